// A link to the preview for somebody outside of the newsroom. It ends by itself.
const button = document.getElementById("share");

button?.addEventListener("click", async () => {
  const article = document.querySelector("[data-article]").dataset.article;
  const token = document.querySelector("meta[name=newsroom-token]").content;
  const told = document.getElementById("shared");
  try {
    const answer = await fetch(`/newsroom/articles/${article}/preview`, { method: "POST", headers: { "X-Newsroom-Token": token } });
    if (!answer.ok) throw new Error(answer.status === 401 ? "You are signed out." : "That did not work. Try again.");
    const { url, until } = await answer.json();
    const link = Object.assign(document.createElement("input"), { readOnly: true, value: new URL(url, location.href).href });
    link.setAttribute("aria-label", "Link to share");
    told.replaceChildren(`Whoever has this link sees the piece until ${new Date(until).toLocaleString()}: `, link);
    link.select();
  } catch (fault) {
    told.textContent = fault.message === "Failed to fetch" ? "No connection." : fault.message;
  }
});
