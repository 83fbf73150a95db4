// Fetches the rich text editor, which weighs more than the rest of a form: at once where there is a text to show as it will be read,
// else when somebody begins. Until then its field takes plain text, of which the editor makes paragraphs.
const fields = "textarea[data-riche]:not([readonly])";
const beginnings = ["pointerdown", "keydown"];

function begin() {
    if (!document.querySelector(fields)) return;
    for (const name of beginnings) document.removeEventListener(name, begin, true);
    import("./editeur.js");
}

for (const name of beginnings) document.addEventListener(name, begin, true);
document.addEventListener("focusin", event => event.target.matches?.(fields) && begin());
document.addEventListener("htmx:afterSwap", begin);
if ([...document.querySelectorAll(fields)].some(field => field.value)) begin();
