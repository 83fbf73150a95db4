// The rich text editor: enhances each <textarea data-riche>, which stays the field that is sent.
import {DOMSerializer, DOMParser} from "prosemirror-model";
import {EditorState, Plugin, Selection} from "prosemirror-state";
import {EditorView} from "prosemirror-view";
import {baseKeymap, chainCommands, exitCode} from "prosemirror-commands";
import {history, redo, undo} from "prosemirror-history";
import {inputRules, textblockTypeInputRule, wrappingInputRule} from "prosemirror-inputrules";
import {keymap} from "prosemirror-keymap";
import {liftListItem, sinkListItem, splitListItem} from "prosemirror-schema-list";
import {clean, tidy} from "./editeur-collage.js";
import {schema} from "./editeur-schema.js";
import {shortcuts, toolbar} from "./editeur-outils.js";

for (const area of document.querySelectorAll("textarea[data-riche]:not([readonly])")) enhance(area);

document.addEventListener("htmx:afterSwap", event => {
    for (const area of event.target.querySelectorAll?.("textarea[data-riche]:not([readonly])") ?? []) enhance(area);
});

function enhance(area) {
    if (area.hidden) return;
    const label = document.querySelector(`label[for="${area.id}"]`);
    label.id ||= `${area.id}-nom`;
    const box = document.createElement("div");
    box.className = "editeur";
    const told = document.createElement("p");
    told.className = "aide";
    told.setAttribute("role", "status");
    const noPicture = area.dataset.photos
        ? "Une image collée n’a pas été prise\u00a0: mettez-la par le bouton «\u00a0Photo\u00a0»."
        : "Une image collée n’a pas été prise\u00a0: ce texte n’en porte pas.";
    let isOwn = false;
    const view = new EditorView({mount: document.createElement("div")}, {
        state: EditorState.create({doc: parse(area.value), plugins: plugins()}),
        attributes: attributes(area, label),
        nodeViews: {image: node => ({dom: shown(node, area.dataset.photos)})},
        transformPastedHTML: html => {
            const pasted = clean(html);
            isOwn = pasted.isOwn;
            told.textContent = [
                pasted.hasTable && "Un tableau a été collé\u00a0: chacune de ses lignes est ici un point de liste.",
                pasted.hasForeignPicture && noPicture,
            ].filter(one => one).join(" ");
            return pasted.html;
        },
        transformPasted: slice => (isOwn ? slice : tidy(slice)),
        handlePaste(view, event) {
            const {files, types} = event.clipboardData ?? {files: [], types: []};
            if (!types.includes("text/html") && [...files].some(file => file.type.startsWith("image/"))) told.textContent = noPicture;
            return false;
        },
        dispatchTransaction(transaction) {
            view.updateState(view.state.apply(transaction));
            if (transaction.docChanged) {
                area.value = serialise(view.state.doc);
                area.dispatchEvent(new Event("input", {bubbles: true}));
            }
            refresh();
        },
    });
    const tools = toolbar(view, label.textContent, area.dataset.photos);
    const refresh = () => {
        tools.refresh();
        box.classList.toggle("editeur--vide", view.state.doc.childCount === 1 && view.state.doc.firstChild.content.size === 0);
    };
    box.append(tools.dom, view.dom, told);
    area.before(box);
    const isWriting = document.activeElement === area;
    area.hidden = true;
    area.required = false; // the server asks for it; a hidden field could not say so
    view.dom.addEventListener("blur", () => area.dispatchEvent(new Event("change", {bubbles: true})));
    label.addEventListener("click", event => {
        event.preventDefault();
        view.focus();
    });
    // an error summary or a remark leads to the field: to the editor then
    window.addEventListener("hashchange", () => location.hash === `#${area.id}` && view.focus());
    document.addEventListener("click", event => {
        if (event.target.closest?.(`a[href="#${area.id}"]`)) {
            event.preventDefault();
            box.scrollIntoView({block: "center"});
            view.focus();
        }
    });
    area.addEventListener("garde:remis", () => {
        view.updateState(EditorState.create({doc: parse(area.value), plugins: view.state.plugins}));
        refresh();
    });
    refresh();
    if (isWriting) {
        view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
        view.focus();
    }
}

// A picture as its author sees it before it is on line: from the author's store, below the path of the application.
function shown(node, choices = "") {
    const picture = document.createElement("img");
    picture.src = node.attrs.src.replace(/^(?=\/(dam|\.imaging)\/)/, `${choices.replace(/\/espace\/.*$/, "")}/author`);
    picture.alt = node.attrs.alt;
    return picture;
}

function attributes(area, label) {
    const given = {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": label.id,
        lang: "fr",
        spellcheck: "true",
    };
    for (const name of ["aria-describedby", "aria-invalid"]) {
        if (area.hasAttribute(name)) given[name] = area.getAttribute(name);
    }
    if (area.required) given["aria-required"] = "true";
    if (area.placeholder) given["data-invite"] = given["aria-placeholder"] = area.placeholder;
    return given;
}

function plugins() {
    const {list_item: item, heading, blockquote, bullet_list: bullets, ordered_list: numbers, hard_break: line} = schema.nodes;
    const breakLine = chainCommands(exitCode, (state, dispatch) => {
        dispatch?.(state.tr.replaceSelectionWith(line.create()).scrollIntoView());
        return true;
    });
    return [
        inputRules({
            rules: [
                textblockTypeInputRule(/^##\s$/, heading, {level: 2}),
                textblockTypeInputRule(/^###\s$/, heading, {level: 3}),
                wrappingInputRule(/^\s*[-*•]\s$/, bullets),
                wrappingInputRule(/^1[.)]\s$/, numbers),
                wrappingInputRule(/^>\s$/, blockquote),
            ],
        }),
        keymap({"Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Shift-Enter": breakLine, ...shortcuts()}),
        // Tab leaves the editor unless it is in a list that can sink: no one is kept inside
        keymap({Enter: splitListItem(item), "Mod-]": sinkListItem(item), "Mod-[": liftListItem(item)}),
        keymap(baseKeymap),
        history(),
        new Plugin({props: {handleDOMEvents: {drop: (view, event) => Boolean(event.dataTransfer?.files.length) && (event.preventDefault(), true)}}}),
    ];
}

// Plain text, as written where scripts did not run, becomes paragraphs.
function parse(value) {
    const holder = new window.DOMParser().parseFromString("<body></body>", "text/html");
    if (/<\/?[a-z][^>]*>/i.test(value)) holder.body.innerHTML = clean(value).html;
    else {
        for (const text of value.split(/\n\s*\n/)) {
            const paragraph = holder.createElement("p");
            paragraph.textContent = text.trim();
            holder.body.append(paragraph);
        }
    }
    return DOMParser.fromSchema(schema).parse(holder.body);
}

function serialise(doc) {
    if (doc.childCount === 1 && doc.firstChild.content.size === 0) return "";
    const holder = document.createElement("div");
    holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
    return holder.innerHTML;
}
