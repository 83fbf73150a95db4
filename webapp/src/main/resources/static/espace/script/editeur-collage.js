// Text pasted from a word processor, a mail or a web page, as a text of the portal is made: the schema drops the rest.
import {Fragment, Slice} from "prosemirror-model";
import {isOurs, schema} from "./editeur-schema.js";

/** The mark of what was copied in an editor of this kind. */
const OWN = "data-pm-slice";

/**
 * The pasted markup without what the site would not show; whether a table of it is a list now, whether a picture stays behind because
 * it is none of the library, and whether it was copied in an editor of this kind.
 */
export function clean(html) {
    // the browser checks the styles of what it parses against the policy of the site, and would complain of each
    const unstyled = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/(<[^>]*?\s)style(?=\s*=)/gi, "$1data-style");
    const page = new window.DOMParser().parseFromString(unstyled, "text/html");
    page.querySelectorAll("style, script, meta, link, title, xml, o\\:p, .EOP, [data-style*='mso-element:comment']").forEach(e => e.remove());
    const hasForeignPicture = [...page.images].some(one => !isOurs(one.getAttribute("src") ?? ""));
    webListed(page);
    listed(page);
    const hasTable = untabled(page);
    for (const text of page.querySelectorAll("pre")) unfold(page, text);
    for (const element of page.querySelectorAll("[data-style]")) unstyle(page, element);
    for (const link of page.querySelectorAll("a[href]")) straighten(link);
    for (const element of page.body.querySelectorAll("*")) {
        const kept = element.tagName === "IMG" && isOurs(element.getAttribute("src") ?? "") ? ["src", "alt"] : ["href", "start", OWN];
        for (const {name} of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
    }
    const isOwn = page.querySelector(`[${OWN}]`) !== null;
    return {html: page.body.innerHTML.replace(/<!--[\s\S]*?-->/g, ""), hasTable, hasForeignPicture, isOwn};
}

/** Pasted blocks without empty lines, in which lists that follow each other are one. */
export function tidy(slice) {
    const blocks = tidied(slice.content);
    return blocks.eq(slice.content) ? slice : Slice.maxOpen(blocks);
}

function tidied(content) {
    const blocks = [];
    content.forEach(node => {
        if (node.type === schema.nodes.paragraph) blocks.push(...lines(node));
        else if (!node.isBlock || node.isTextblock) blocks.push(node);
        else {
            const inside = tidied(node.content);
            const before = blocks.at(-1);
            if (before && goesOn(before, node)) blocks[blocks.length - 1] = before.copy(before.content.append(inside));
            // a point that has nothing of its own keeps the points below it
            else if (inside.childCount) blocks.push(node.type.validContent(inside) ? node.copy(inside) : node);
        }
    });
    return Fragment.from(blocks);
}

// Whether a list is the rest of the one before it.
function goesOn(before, list) {
    if (before.type !== list.type) return false;
    return list.type === schema.nodes.bullet_list
        || list.type === schema.nodes.ordered_list && [1, before.attrs.order + before.childCount].includes(list.attrs.order);
}

// Mails part their paragraphs by an empty line: two line breaks.
function lines(paragraph) {
    const parts = [[]];
    paragraph.forEach(node => {
        const isBreak = node.type === schema.nodes.hard_break;
        const part = parts.at(-1);
        if (isBreak && part.at(-1)?.type === node.type) parts.push([]);
        else if (!isBreak || part.length) part.push(node);
    });
    for (const part of parts) if (part.at(-1)?.type === schema.nodes.hard_break) part.pop();
    return parts
        .map(part => paragraph.copy(Fragment.from(part)))
        .filter(part => part.childCount && !(part.textContent.trim() === "" && part.textContent.length === part.content.size));
}

// Bold and italic said by a style become elements; the policy of the site would not let the browser read the style.
function unstyle(page, element) {
    const style = element.dataset.style;
    delete element.dataset.style;
    if (element.tagName === "B" && /font-weight:\s*normal/i.test(style)) {
        element.replaceWith(...element.childNodes);
        return;
    }
    if (!/^(SPAN|FONT|A)$/.test(element.tagName)) return;
    for (const [tag, sign] of [["strong", /font-weight:\s*(bold|[6-9]00)/i], ["em", /font-style:\s*italic/i]]) {
        if (!sign.test(style)) continue;
        const wrapper = page.createElement(tag);
        wrapper.append(...element.childNodes);
        element.append(wrapper);
    }
}

// Mail and document services lead through an address of theirs, and documents to places within themselves.
function straighten(link) {
    const href = link.getAttribute("href").trim();
    if (/^#(_|sdfootnote|cmnt|ftnt|h\.|heading=)/.test(href)) link.removeAttribute("href");
    if (!URL.canParse(href)) return;
    const address = new URL(href);
    const aim = /(^|\.)google\.[a-z.]+$/.test(address.host) && address.pathname === "/url" ? address.searchParams.get("q")
        : address.host.endsWith(".safelinks.protection.outlook.com") ? address.searchParams.get("url") : null;
    if (aim) link.setAttribute("href", aim);
}

// Word on the web puts each point into a list of its own, which says how deep it stands.
function webListed(page) {
    for (const wrapper of page.querySelectorAll(".ListContainerWrapper")) {
        for (const item of wrapper.querySelectorAll("li")) {
            const line = page.createElement("p");
            line.dataset.style = `mso-list:level${Number(item.dataset.ariaLevel ?? item.getAttribute("aria-level")) || 1}`;
            line.dataset.numbered = item.parentElement.tagName === "OL" ? "1." : "";
            line.append(...(item.firstElementChild?.tagName === "P" ? item.firstElementChild : item).childNodes);
            wrapper.before(line);
        }
        wrapper.remove();
    }
}

// Lists of a word processor are paragraphs that say their level, and carry their sign as text.
function listed(page) {
    let open = [];
    for (const line of page.body.querySelectorAll("[data-style*='mso-list']")) {
        const level = Number(/mso-list:[^;]*level(\d)/i.exec(line.dataset.style)?.[1] ?? 0);
        if (!level) continue;
        if (!open.length || line.previousElementSibling !== open[0]) open = [];
        const sign = [...line.querySelectorAll("[data-style*='mso-list']")].find(one => /ignore/i.test(one.dataset.style));
        const isNumbered = /^[(\s]*[0-9a-z]{1,4}[.)]/i.test(line.dataset.numbered ?? sign?.textContent ?? "");
        sign?.remove();
        open.length = Math.min(open.length, level);
        while (open.length < level) {
            const list = page.createElement(isNumbered ? "ol" : "ul");
            if (!open.length) line.before(list);
            else (open.at(-1).lastElementChild ?? open.at(-1).appendChild(page.createElement("li"))).append(list);
            open.push(list);
        }
        const item = page.createElement("li");
        const words = page.createElement("p");
        words.append(...line.childNodes);
        item.append(words);
        open.at(-1).append(item);
        line.remove();
    }
}

// Tables have no place in a text: each of their rows is a point of a list, but a table that only lays out gives way to its content.
function untabled(page) {
    let hasTable = false;
    for (let table; (table = [...page.querySelectorAll("table")].find(one => !one.querySelector("table")));) {
        const rows = [...table.rows].map(row => [...row.cells].filter(cell => cell.textContent.trim()));
        if (table.getAttribute("role") === "presentation" || rows.every(cells => cells.length < 2) || table.querySelector("h1, h2, h3, ul, ol")) {
            table.replaceWith(...[...table.rows].flatMap(row => [...row.cells]).map(cell => {
                const part = page.createElement("div");
                part.append(...cell.childNodes);
                return part;
            }));
            continue;
        }
        const list = page.createElement("ul");
        for (const cells of rows.filter(cells => cells.length)) {
            const words = cells.map(inOneLine).join(" – ");
            list.appendChild(page.createElement("li")).appendChild(page.createElement("p")).textContent = words;
        }
        table.replaceWith(list);
        hasTable = true;
    }
    return hasTable;
}

function inOneLine(cell) {
    for (const block of cell.querySelectorAll("p, div, br")) block.after(" ");
    return cell.textContent.replace(/\s+/g, " ").trim();
}

// The lines of a mail without markup, which a text would run together.
function unfold(page, text) {
    const lines = page.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const words = [];
    while (lines.nextNode()) words.push(lines.currentNode);
    for (const one of words) {
        one.replaceWith(...one.data.split("\n").flatMap((line, at) => (at ? [page.createElement("br"), line] : [line])));
    }
    const paragraph = page.createElement("p");
    paragraph.append(...text.childNodes);
    text.replaceWith(paragraph);
}
