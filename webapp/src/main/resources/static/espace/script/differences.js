// Marks, word by word, what two versions side by side do not share.
const LIMIT = 1500;

export function compare() {
    for (const pair of document.querySelectorAll(".deux")) {
        const before = pair.querySelector("[data-compare=avant]");
        const after = pair.querySelector("[data-compare=apres]");
        if (!before || !after) continue;
        const a = split(before.textContent);
        const b = split(after.textContent);
        if (a.length > LIMIT || b.length > LIMIT) continue;
        const {left, right} = common(a, b);
        // two versions of equal worth are only told apart; one that replaces the other is shown as such
        const equal = pair.tagName === "FIELDSET";
        mark(before, a, left, equal ? "mark" : "del");
        mark(after, b, right, equal ? "mark" : "ins");
    }
}

function split(text) {
    return text.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

// Longest common subsequence; true where a piece is shared.
function common(a, b) {
    const table = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
        }
    }
    const left = new Array(a.length).fill(false);
    const right = new Array(b.length).fill(false);
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
        if (a[i] === b[j]) left[i++] = right[j++] = true;
        else if (table[i + 1][j] >= table[i][j + 1]) i++;
        else j++;
    }
    return {left, right};
}

function mark(element, pieces, shared, tag) {
    const parts = [];
    for (let i = 0; i < pieces.length; ) {
        const same = shared[i];
        let text = "";
        while (i < pieces.length && shared[i] === same) text += pieces[i++];
        if (same || !text.trim()) parts.push(text);
        else {
            const change = document.createElement(tag);
            change.textContent = text;
            parts.push(change);
        }
    }
    element.replaceChildren(...parts);
}
