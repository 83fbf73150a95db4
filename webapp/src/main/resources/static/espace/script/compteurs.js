// How long a text is, told below it; and a word on sentences that run on. It never blocks.
const LONG_SENTENCE = 30;

export function counters(root) {
    for (const line of root.querySelectorAll("[data-compteur]")) {
        const field = document.getElementById(line.dataset.compteur);
        if (!field || line.dataset.pret) continue;
        line.dataset.pret = "1";
        const asked = line.textContent;
        const refresh = () => {
            const {text, full} = words(field.value, Number(line.dataset.min), Number(line.dataset.max));
            line.textContent = field.value ? text : asked;
            line.classList.toggle("compteur--plein", full);
        };
        field.addEventListener("input", refresh);
        refresh();
    }
    for (const field of root.querySelectorAll("[data-phrases]")) {
        field.addEventListener("change", () => hint(field));
    }
}

function words(value, min, max) {
    const length = [...value].length;
    if (max && length > max) return {text: `${count(length - max, "signe")} de trop`, full: true};
    if (min && length < min) return {text: `Encore ${count(min - length, "signe")} au moins`, full: false};
    return {text: max ? `${count(length, "signe")} sur ${max}` : `${count(length, "signe")}, c’est bien`, full: false};
}

function count(number, word) {
    return `${number}\u00a0${word}${number > 1 ? "s" : ""}`;
}

function hint(field) {
    const text = field.value.replace(/<[^>]+>/g, " ");
    const longest = Math.max(0, ...text.split(/[.!?…\n]+/).map(sentence => sentence.split(/\s+/).filter(Boolean).length));
    const box = field.closest("[data-champ]");
    let line = box.querySelector(":scope > [data-phrase-longue]");
    if (!line) {
        line = document.createElement("p");
        line.className = "aide";
        line.dataset.phraseLongue = "";
        line.setAttribute("role", "status");
        box.append(line);
    }
    line.textContent = longest > LONG_SENTENCE ? `Une phrase fait ${longest} mots\u00a0: et si on la coupait en deux\u00a0?` : "";
}
