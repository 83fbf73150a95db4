// The strip of tools: one tab stop, arrows move inside it, each tool says whether it is on.
import {lift, setBlockType, toggleMark, wrapIn} from "prosemirror-commands";
import {redo, redoDepth, undo, undoDepth} from "prosemirror-history";
import {liftListItem, wrapInList} from "prosemirror-schema-list";
import {schema, safe} from "./editeur-schema.js";

const {nodes, marks} = schema;
const SPRITE = new URL("../dessin/icones.svg", import.meta.url).pathname;

const TOOLS = [
    {name: "Titre", text: "Titre", on: level(2), run: () => heading(2), keys: "Ctrl+Alt+2"},
    {name: "Sous-titre", text: "Sous-titre", small: true, on: level(3), run: () => heading(3), keys: "Ctrl+Alt+3"},
    null,
    {name: "Gras", icon: "gras", on: state => marked(state, marks.strong), run: () => toggleMark(marks.strong), keys: "Ctrl+B"},
    {name: "Italique", icon: "italique", on: state => marked(state, marks.em), run: () => toggleMark(marks.em), keys: "Ctrl+I"},
    {name: "Lien", icon: "lien", on: state => marked(state, marks.link), ask: view => askLink(view), keys: "Ctrl+K"},
    {name: "Photo", icon: "photos", ask: askPicture, pictures: true},
    null,
    {name: "Liste à puces", icon: "puces", on: inside(nodes.bullet_list), run: () => list(nodes.bullet_list)},
    {name: "Liste numérotée", icon: "numeros", on: inside(nodes.ordered_list), run: () => list(nodes.ordered_list)},
    {name: "Citation", icon: "citation", on: inside(nodes.blockquote), run: () => quote},
    null,
    {name: "Annuler", icon: "annuler", run: () => undo, can: state => undoDepth(state) > 0, keys: "Ctrl+Z"},
    {name: "Rétablir", icon: "retablir", run: () => redo, can: state => redoDepth(state) > 0, keys: "Ctrl+Y"},
];

/** The strip for a view: its element, and how to refresh it after a change. pictures: where to ask for them, if the text may hold any. */
export function toolbar(view, label, pictures) {
    const tools = TOOLS.filter(tool => !tool?.pictures || pictures);
    const dom = document.createElement("div");
    dom.className = "editeur__outils";
    dom.setAttribute("role", "toolbar");
    dom.setAttribute("aria-label", `Mise en forme\u00a0: ${label.replace(/\s+\(.*\)\s*$/, "").trim()}`);
    const buttons = tools.map(tool => (tool ? toolButton(tool, view, pictures) : separator()));
    dom.append(...buttons);
    const focusable = buttons.filter(b => b.tagName === "BUTTON");
    focusable.forEach((b, i) => (b.tabIndex = i ? -1 : 0));
    dom.addEventListener("keydown", event => move(event, focusable));
    return {
        dom,
        refresh() {
            tools.forEach((tool, i) => {
                if (tool?.on) buttons[i].setAttribute("aria-pressed", String(tool.on(view.state)));
                if (tool?.can) buttons[i].setAttribute("aria-disabled", String(!tool.can(view.state)));
            });
        },
    };
}

/** The same by keyboard, for the keymap of the editor. */
export function shortcuts() {
    return {
        "Mod-b": toggleMark(marks.strong),
        "Mod-i": toggleMark(marks.em),
        "Mod-Alt-2": heading(2),
        "Mod-Alt-3": heading(3),
        "Mod-k": (state, dispatch, view) => {
            if (dispatch && view) askLink(view);
            return true;
        },
    };
}

function toolButton(tool, view, pictures) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "editeur__outil" + (tool.small ? " editeur__outil--petit" : "");
    button.title = tool.keys ? `${tool.name} (${tool.keys})` : tool.name;
    if (tool.text) button.textContent = tool.text;
    else {
        button.setAttribute("aria-label", tool.name);
        const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
        icon.setAttribute("class", "icone");
        icon.setAttribute("aria-hidden", "true");
        use.setAttribute("href", `${SPRITE}#${tool.icon}`);
        icon.append(use);
        button.append(icon);
    }
    button.addEventListener("mousedown", event => event.preventDefault()); // the selection stays where it is
    button.addEventListener("click", () => {
        if (tool.ask) return tool.ask(view, pictures);
        tool.run()(view.state, view.dispatch, view);
        view.focus();
    });
    return button;
}

function separator() {
    const line = document.createElement("span");
    line.className = "editeur__coupe";
    return line;
}

function move(event, buttons) {
    const at = buttons.indexOf(document.activeElement);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach(b => (b.tabIndex = b === next ? 0 : -1));
    next.focus();
}

function heading(wanted) {
    return (state, dispatch) =>
        level(wanted)(state) ? setBlockType(nodes.paragraph)(state, dispatch) : setBlockType(nodes.heading, {level: wanted})(state, dispatch);
}

function level(wanted) {
    return state => state.selection.$from.parent.type === nodes.heading && state.selection.$from.parent.attrs.level === wanted;
}

function inside(type) {
    return state => {
        const {$from} = state.selection;
        for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
        return false;
    };
}

// The innermost list decides: the same kind leaves it, the other kind changes it.
function list(type) {
    return (state, dispatch) => {
        const {$from} = state.selection;
        for (let depth = $from.depth; depth > 0; depth--) {
            const node = $from.node(depth);
            if (node.type !== nodes.bullet_list && node.type !== nodes.ordered_list) continue;
            if (node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
            dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
            return true;
        }
        return wrapInList(type)(state, dispatch);
    };
}

function quote(state, dispatch) {
    return inside(nodes.blockquote)(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);
}

function marked(state, type) {
    const {from, $from, to, empty} = state.selection;
    return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

// A dialog of our own: address, and the words when nothing is selected.
function askLink(view) {
    const {from, to} = linkRange(view.state);
    const current = view.state.doc.nodeAt(from)?.marks.find(m => m.type === marks.link)?.attrs.href ?? "";
    const text = view.state.doc.textBetween(from, to, " ");
    const dialog = document.createElement("dialog");
    dialog.className = "editeur__lien";
    dialog.setAttribute("aria-labelledby", "editeur-lien-titre");
    dialog.innerHTML = `
        <h2 id="editeur-lien-titre">Mettre un lien</h2>
        <form method="dialog" class="colonne" novalidate>
            <div class="champ"><label for="editeur-lien-adresse">Adresse</label>
                <p class="aide" id="editeur-lien-aide">https://… ou une adresse mail</p>
                <input id="editeur-lien-adresse" type="text" inputmode="url" autocomplete="off" aria-describedby="editeur-lien-aide editeur-lien-erreur">
                <p class="erreur" id="editeur-lien-erreur" role="alert"></p></div>
            <div class="champ"><label for="editeur-lien-mots">Les mots qui portent le lien</label>
                <input id="editeur-lien-mots" type="text" autocomplete="off"></div>
            <div class="barre">
                <button class="bouton" value="poser">Poser le lien</button>
                <button class="bouton bouton--second" value="renoncer" type="button">Renoncer</button>
                ${current ? '<button class="bouton bouton--discret" value="enlever" type="button">Enlever le lien</button>' : ""}
            </div>
        </form>`;
    const address = dialog.querySelector("#editeur-lien-adresse");
    const words = dialog.querySelector("#editeur-lien-mots");
    address.value = current;
    words.value = text;
    dialog.addEventListener("submit", event => {
        const href = complete(address.value.trim());
        if (!href) {
            event.preventDefault();
            dialog.querySelector("#editeur-lien-erreur").textContent = "Cette adresse ne mène nulle part\u00a0: elle commence par https://, ou c’est une adresse mail.";
            address.setAttribute("aria-invalid", "true");
            address.focus();
            return;
        }
        put(view, from, to, href, words.value.trim(), text);
    });
    dialog.addEventListener("click", event => {
        if (event.target.closest("[value=enlever]")) {
            view.dispatch(view.state.tr.removeMark(from, to, marks.link));
            dialog.close();
        }
    });
    show(dialog, view);
}

// Opens a dialog, which one may leave undone; after it one writes on.
function show(dialog, view) {
    dialog.querySelector("[value=renoncer]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
        dialog.remove();
        view.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
}

// Pictures of the library that are ready to be shown: one press puts one where the cursor was.
function askPicture(view, address) {
    const dialog = document.createElement("dialog");
    dialog.className = "editeur__lien editeur__photos";
    dialog.setAttribute("aria-labelledby", "editeur-photo-titre");
    dialog.innerHTML = `
        <h2 id="editeur-photo-titre">Mettre une photo</h2>
        <form method="dialog" class="colonne" novalidate>
            <div class="champ"><label for="editeur-photo-mots">Ce qu’on y voit</label>
                <input id="editeur-photo-mots" type="search" maxlength="200" autocomplete="off"></div>
            <div class="vignettes" aria-live="polite" aria-label="Photos"></div>
            <p class="aide">Une photo qui n’est pas là s’ajoute d’abord dans «\u00a0Médias\u00a0».</p>
            <div class="barre"><button class="bouton bouton--second" type="button" value="renoncer">Renoncer</button></div>
        </form>`;
    const words = dialog.querySelector("input");
    const found = dialog.querySelector(".vignettes");
    let asked = 0;
    const look = async () => {
        const mine = ++asked;
        let html = "";
        try {
            const answer = await fetch(`${address}?q=${encodeURIComponent(words.value)}`);
            if (answer.ok && !answer.redirected) html = await answer.text();
        } catch {
            // told below
        }
        if (mine === asked) found.innerHTML = html || '<p class="aide">Les photos ne viennent pas. Réessayez dans un instant.</p>';
    };
    let pause;
    words.addEventListener("input", () => {
        clearTimeout(pause);
        pause = setTimeout(look, 300);
    });
    dialog.addEventListener("submit", event => {
        event.preventDefault();
        look();
    });
    dialog.addEventListener("click", event => {
        const chosen = event.target.closest("[data-adresse]");
        if (!chosen) return;
        const {state} = view;
        const picture = nodes.image.create({src: chosen.dataset.adresse, alt: chosen.dataset.alt});
        view.dispatch(state.tr.replaceSelectionWith(picture, false).scrollIntoView());
        dialog.close();
    });
    show(dialog, view);
    look();
}

function put(view, from, to, href, words, before) {
    const {state} = view;
    const mark = marks.link.create({href});
    if (words && words !== before) {
        view.dispatch(state.tr.replaceRangeWith(from, to, schema.text(words, [mark])).scrollIntoView());
    } else if (from !== to) {
        view.dispatch(state.tr.removeMark(from, to, marks.link).addMark(from, to, mark));
    } else {
        view.dispatch(state.tr.insert(from, schema.text(href.replace(/^(https?:\/\/|mailto:)/, ""), [mark])));
    }
}

// The selection, or the whole link the cursor is in.
function linkRange(state) {
    const {from, to, empty, $from} = state.selection;
    if (!empty) return {from, to};
    const mark = marks.link.isInSet($from.marks());
    if (!mark) return {from, to};
    let start = $from.start();
    let range = {from, to};
    $from.parent.forEach((node, offset) => {
        const at = start + offset;
        if (mark.isInSet(node.marks) && at <= from && from <= at + node.nodeSize) range = {from: at, to: at + node.nodeSize};
    });
    return range;
}

function complete(address) {
    if (/^[^\s@/]+@[^\s@/]+\.[^\s@]+$/.test(address)) return `mailto:${address}`;
    if (/^(www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(address)) return `https://${address}`;
    return address && safe(address) && !/\s/.test(address) ? address : "";
}
