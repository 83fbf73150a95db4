// Photos shared to the portal are put where one would choose them, and wait there for their description and agreement.

/** Puts what was shared under a token into the photo controls of a form, one after the other. */
export async function shared(form, token) {
    const inputs = [...form.querySelectorAll("[data-envoi-photo] input[type=file]")];
    for (const [at, input] of inputs.entries()) {
        const answer = await fetch(new URL(`../partage/${encodeURIComponent(token)}/photos/${at}`, location.href));
        // no more of them, or not any more
        if (!answer.ok) return;
        const content = await answer.blob();
        const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "photo.jpg");
        const taken = new DataTransfer();
        taken.items.add(new File([content], name, {type: content.type}));
        for (let block = input.closest("details"); block; block = block.parentElement.closest("details")) block.open = true;
        input.files = taken.files;
        input.dataset.partagee = "";
        input.dispatchEvent(new Event("change", {bubbles: true}));
    }
}
