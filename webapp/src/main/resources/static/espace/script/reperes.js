// Beside a form: what a reader looks for, and words that may keep somebody away. It never blocks, and asks nobody.
export function advice(root) {
    for (const box of root.querySelectorAll("[data-reperes]")) {
        const form = box.closest("form");
        if (!form || box.dataset.pret) continue;
        box.dataset.pret = "1";
        form.addEventListener("input", () => refresh(box, form));
        form.addEventListener("change", () => refresh(box, form));
        refresh(box, form);
    }
}

function refresh(box, form) {
    const kind = typed(form, box.dataset.reperes);
    for (const list of box.querySelectorAll("div[data-reperes-pour]")) {
        list.hidden = kind !== "" && !list.dataset.reperesPour.split(" ").includes(kind);
    }
    for (const line of box.querySelectorAll("[data-repere]")) {
        const done = line.dataset.repere.split(" ").some(path => typed(form, path) !== "");
        line.querySelector("[data-repere-dit]").hidden = !done;
        line.querySelector("[data-repere-manque]").hidden = done;
    }
    const text = box.dataset.reperesTextes.split(" ").map(path => typed(form, path).replace(/<[^>]*>/g, " ")).join("\n");
    for (const line of box.querySelectorAll("[data-mots]")) {
        const allowed = line.dataset.motsPermis;
        const read = allowed ? text.replace(new RegExp(allowed, "giu"), " ") : text;
        const found = line.dataset.reperesPour.split(" ").includes(kind) ? read.match(new RegExp(line.dataset.mots, "iu")) : null;
        if (found) line.querySelector("strong").textContent = found[0];
        line.hidden = !found;
    }
}

// What is typed in the field whose path ends so, whatever alternative or entry it lies in.
function typed(form, path) {
    for (const field of form.elements) {
        const name = (field.name || "").replace(/\[[0-9]+\]/g, "");
        if (name !== path && !name.endsWith("." + path)) continue;
        if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
        if (field.value.trim() !== "") return field.value.trim();
    }
    return "";
}

advice(document);
