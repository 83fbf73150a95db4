// The page that is edited, as its cms: comments tell it; nothing else is known of its template.
const COMMENT = /^\s*(\/?)cms:(page|area|component)\b(.*)$/s;
const SHEET = "/espace/style/cadre.css";
let sources = new Map();

/** Areas and components of a document: {kind, attributes, key, start, end, above}. */
function marks(doc) {
    const found = [];
    const open = [];
    const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
        const match = COMMENT.exec(walker.currentNode.data);
        if (!match || match[2] === "page") continue;
        if (!match[1]) {
            const mark = {kind: match[2], attributes: attributes(match[3]), start: walker.currentNode, above: open.at(-1)};
            mark.key = keyOf(mark);
            open.push(mark);
            found.push(mark);
            continue;
        }
        while (open.length) {
            const mark = open.pop();
            mark.end = walker.currentNode;
            if (mark.kind === match[2]) break;
        }
    }
    return found.filter(mark => mark.end && mark.end.parentNode === mark.start.parentNode);
}

function attributes(text) {
    const all = {};
    for (const [, name, value] of text.matchAll(/(\w+)="([^"]*)"/g)) all[name] = value.replaceAll("&quot;", '"').replaceAll("&#45;", "-");
    return all;
}

/** As the server names them. */
function keyOf({kind, attributes: {content, name}}) {
    return kind !== "area" || content.endsWith(`/${name}`) ? content : `${content}@${name}`;
}

function elements(mark) {
    const all = [];
    for (let node = mark.start.nextSibling; node && node !== mark.end; node = node.nextSibling) {
        if (node.nodeType === Node.ELEMENT_NODE && !/^(SCRIPT|STYLE|LINK)$/.test(node.tagName)) all.push(node);
    }
    return all;
}

/** Marks what one may point at, and offers to add where an area takes more. */
export function dressed(doc, address) {
    if (!doc.querySelector(`link[href$="${SHEET}"]`)) {
        const sheet = doc.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = address.slice(0, address.indexOf("/espace/")) + SHEET;
        doc.head.append(sheet);
        doc.documentElement.dataset.bocageEdite = "";
    }
    doc.querySelectorAll("[data-bocage-ajout], .bocage-vide").forEach(one => one.remove());
    for (const mark of marks(doc)) (mark.kind === "area" ? dressArea : dressComponent)(doc, mark);
}

function dressArea(doc, mark) {
    for (const element of elements(mark)) element.dataset.bocageZone ??= mark.key;
    if (mark.attributes.showAddButton !== "true" || !mark.attributes.availableComponents) return;
    const add = doc.createElement("button");
    add.type = "button";
    add.tabIndex = -1; // the outline is the way of the keyboard
    add.className = "bocage-ajout";
    add.dataset.bocageAjout = mark.key;
    add.textContent = `Ajouter dans ${mark.attributes.label || mark.attributes.name}`;
    mark.end.before(add);
}

function dressComponent(doc, mark) {
    let all = elements(mark);
    // nothing has a place in a frame that is not shown
    if (doc.documentElement.getClientRects().length && !all.some(element => element.getClientRects().length)) {
        const empty = doc.createElement("div");
        empty.className = "bocage-vide";
        empty.textContent = mark.attributes.label || "Composant vide";
        mark.end.before(empty);
        all = [...all, empty];
    }
    for (const element of all) {
        element.dataset.bocageCle = mark.key;
        if (mark.attributes.dialog && mark.attributes.editable !== "false") element.dataset.bocageFiche = "";
    }
}

/** Shows what is selected, and brings it into sight. */
export function show(doc, key, scroll = true) {
    if (!doc) return;
    doc.querySelectorAll("[data-bocage-choisi]").forEach(one => delete one.dataset.bocageChoisi);
    if (!key) return;
    const chosen = [...doc.querySelectorAll("[data-bocage-cle], [data-bocage-zone]")]
        .filter(one => one.dataset.bocageCle === key || (!one.dataset.bocageCle && one.dataset.bocageZone === key));
    chosen.forEach(one => (one.dataset.bocageChoisi = ""));
    if (!scroll || !chosen.length) return;
    const box = chosen[0].getBoundingClientRect();
    const height = doc.defaultView.innerHeight;
    if (box.top < 0 || box.top > height * 0.7) chosen[0].scrollIntoView({block: box.height > height * 0.8 ? "start" : "center"});
}

/** Brings the areas that changed, and only those; false when the page must be drawn anew. */
export async function patch(frame, address) {
    const answer = await fetch(address, {headers: {Accept: "text/html"}});
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const doc = frame.contentDocument;
    const there = outermost(doc);
    const wanted = outermost(fresh);
    if (there.length !== wanted.length || there.some((mark, at) => mark.key !== wanted[at].key)) return false;
    const now = new Map();
    for (const [at, mark] of wanted.entries()) {
        const source = contents(fresh, mark);
        now.set(mark.key, html(source) + mark.start.data);
        if (sources.get(mark.key) === now.get(mark.key)) continue;
        if (source.querySelector("script")) return false;
        const range = between(doc, there[at]);
        range.deleteContents();
        range.insertNode(doc.importNode(source, true));
        there[at].start.data = mark.start.data;
    }
    sources = now;
    return true;
}

const outermost = doc => marks(doc).filter(mark => mark.kind === "area" && !mark.above);

function between(doc, mark) {
    const range = doc.createRange();
    range.setStartAfter(mark.start);
    range.setEndBefore(mark.end);
    return range;
}

const contents = (doc, mark) => between(doc, mark).cloneContents();

function html(fragment) {
    return new XMLSerializer().serializeToString(fragment);
}
