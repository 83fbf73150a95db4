// What a text of the portal is made of, and nothing else: h2, h3, p, br, lists, quote, links, strong, em, pictures of the library.
import {Schema} from "prosemirror-model";

/** As the server has it: a picture is one of ours, and its address has no dotted step. */
const PICTURE = /^\/(dam|\.imaging)\/(?!.*\.\.)[^\s<>"\\]+$/;
const SAFE = /^(https?:|mailto:|tel:|\/|#|\$\{link:)/i;

export const schema = new Schema({
    nodes: {
        doc: {content: "block+"},
        paragraph: {content: "inline*", group: "block", parseDOM: [{tag: "p"}], toDOM: () => ["p", 0]},
        heading: {
            attrs: {level: {default: 2}},
            content: "text*",
            marks: "em link",
            group: "block",
            defining: true,
            parseDOM: [
                {tag: "h1", attrs: {level: 2}},
                {tag: "h2", attrs: {level: 2}},
                {tag: "h3", attrs: {level: 3}},
                {tag: "h4", attrs: {level: 3}},
                {tag: "h5", attrs: {level: 3}},
                {tag: "h6", attrs: {level: 3}},
            ],
            toDOM: node => [`h${node.attrs.level}`, 0],
        },
        blockquote: {content: "paragraph+", group: "block", defining: true, parseDOM: [{tag: "blockquote"}], toDOM: () => ["blockquote", 0]},
        bullet_list: {content: "list_item+", group: "block", parseDOM: [{tag: "ul"}], toDOM: () => ["ul", 0]},
        ordered_list: {
            attrs: {order: {default: 1}},
            content: "list_item+",
            group: "block",
            parseDOM: [{tag: "ol", getAttrs: dom => ({order: Number(dom.getAttribute("start")) || 1})}],
            toDOM: node => (node.attrs.order === 1 ? ["ol", 0] : ["ol", {start: node.attrs.order}, 0]),
        },
        list_item: {content: "paragraph (paragraph | bullet_list | ordered_list)*", defining: true, parseDOM: [{tag: "li"}], toDOM: () => ["li", 0]},
        text: {group: "inline"},
        image: {
            inline: true,
            group: "inline",
            draggable: true,
            attrs: {src: {}, alt: {default: ""}},
            parseDOM: [{tag: "img[src]", getAttrs: dom => (isOurs(dom.getAttribute("src")) ? {src: dom.getAttribute("src"), alt: dom.getAttribute("alt") ?? ""} : false)}],
            toDOM: node => ["img", {src: node.attrs.src, alt: node.attrs.alt}],
        },
        hard_break: {inline: true, group: "inline", selectable: false, parseDOM: [{tag: "br"}], toDOM: () => ["br"]},
    },
    marks: {
        link: {
            attrs: {href: {}},
            inclusive: false,
            parseDOM: [{tag: "a[href]", getAttrs: dom => (safe(dom.getAttribute("href")) ? {href: dom.getAttribute("href").trim()} : false)}],
            toDOM: mark => ["a", {href: mark.attrs.href}, 0],
        },
        strong: {
            parseDOM: [{tag: "strong"}, {tag: "b"}],
            toDOM: () => ["strong", 0],
        },
        em: {parseDOM: [{tag: "em"}, {tag: "i"}], toDOM: () => ["em", 0]},
    },
});

/** Whether an address is that of a picture of the library. */
export function isOurs(address) {
    return PICTURE.test(address);
}

/** Whether an address may stand in a link. */
export function safe(address) {
    return SAFE.test(address.trim());
}
