// The outline: components move by drag, and by the arrows with Alt.
export function outline(inside, say) {
    for (const row of inside.querySelectorAll(".brique[data-cle]")) {
        keyboard(row);
        if (row.draggable) drag(row, inside, say);
    }
    for (const menu of inside.querySelectorAll("[data-repli]")) {
        menu.addEventListener("keydown", event => {
            if (event.key !== "Escape" || !menu.open) return;
            event.preventDefault();
            menu.open = false;
            menu.querySelector("summary").focus();
        });
        menu.addEventListener("toggle", () => {
            if (menu.open) inside.querySelectorAll("[data-repli][open]").forEach(one => one !== menu && (one.open = false));
        });
    }
}

function keyboard(row) {
    const name = row.querySelector(":scope > .brique__ligne > .brique__nom");
    name?.addEventListener("keydown", event => {
        const gesture = event.altKey && {ArrowUp: "monter", ArrowDown: "descendre"}[event.key];
        const wanted = gesture ? `#${gesture}-${name.id}` : event.key === "Delete" ? 'form:has([value="supprimer"]) button' : null;
        if (!wanted) return;
        event.preventDefault();
        row.querySelector(`:scope > .brique__ligne ${wanted}:not([aria-disabled="true"])`)?.click();
    });
}

let held = null;

function drag(row, inside, say) {
    row.addEventListener("dragstart", event => {
        event.stopPropagation();
        held = row;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", row.dataset.cle);
        row.classList.add("brique--tenue");
    });
    row.addEventListener("dragend", () => {
        row.classList.remove("brique--tenue");
        clear(inside);
        held = null;
    });
    if (inside.dataset.recoit) return;
    inside.dataset.recoit = "oui";
    inside.addEventListener("dragover", event => {
        const spot = held && where(event);
        clear(inside);
        if (!spot) return;
        event.preventDefault();
        (spot.before ?? spot.zone).classList.add(spot.before ? "depose-avant" : "depose-fin");
    });
    inside.addEventListener("drop", event => {
        const spot = held && where(event);
        if (!spot) return;
        event.preventDefault();
        if (spot.before === held) return;
        send(inside, held.dataset.cle, spot.zone.dataset.zone, spot.before?.dataset.cle ?? "");
        say("On déplace…");
    });
}

/** The area, and the component it would come before. */
function where(event) {
    const zone = event.target.closest("[data-zone]");
    if (!zone || held.contains(zone)) return null;
    if (zone !== held.closest("[data-zone]") && !("accueille" in zone.dataset)) return null;
    const rows = [...zone.querySelectorAll(":scope > .briques > .brique:not(.brique--ailleurs)")];
    const before = rows.find(row => {
        const line = row.firstElementChild.getBoundingClientRect();
        return event.clientY < line.top + line.height / 2;
    });
    return {zone, before};
}

function clear(inside) {
    inside.querySelectorAll(".depose-avant, .depose-fin").forEach(one => one.classList.remove("depose-avant", "depose-fin"));
}

// any form of the outline has what every gesture carries
function send(inside, key, zone, before) {
    const form = inside.querySelector(`.brique[data-cle="${CSS.escape(key)}"] form`);
    const values = {geste: "deplacer", noeud: key, zone, avant: before};
    for (const [name, value] of Object.entries(values)) {
        let field = form.elements.namedItem(name);
        if (!field) {
            field = document.createElement("input");
            field.type = "hidden";
            field.name = name;
            form.append(field);
        }
        field.value = value;
    }
    form.requestSubmit();
}
