// Passkeys: adds one on the account page, signs in with one on the sign-in page. Without script, or in a browser without passkeys,
// what belongs to them stays hidden.
const token = document.querySelector('meta[name=newsroom-token]').content;

const post = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Newsroom-Token': token }, body: JSON.stringify(body ?? {}) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail ?? said.title);
  return said;
};

const ways = {
  add: {
    ask: async () => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await post('/newsroom/account/passkeys/options')) }),
    send: (form, credential) => post('/newsroom/account/passkeys', { name: form.elements.name.value, credential }),
  },
  enter: {
    ask: async () => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await post('/newsroom/sign-in/passkey/options')) }),
    send: (form, credential) => post('/newsroom/sign-in/passkey', { to: form.elements.to.value, credential }),
  },
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) break;
  const [way, button, fault] = [ways[form.dataset.passkey], form.querySelector('button'), form.querySelector('[role=alert]')];
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    [fault.hidden, button.disabled] = [true, true];
    try {
      const credential = await way.ask();
      location.assign((await way.send(form, JSON.stringify(credential))).to);
    } catch (error) {
      // Who closes the device's question knows that nothing was done.
      fault.textContent = error.name === 'NotAllowedError' ? 'Nothing was done: the device was not answered.' : error.message;
      [fault.hidden, button.disabled] = [false, false];
    }
  });
}
