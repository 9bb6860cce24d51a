// A document for the modules to stand in.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser, Node: window.Node, navigator: window.navigator, innerHeight: 800 });
