// Files as they are chosen: pictures no larger than the portal shows them, and at once a word about what it will not take.
const LONGEST = 2560;
const QUALITY = 0.85;
/** Bytes below which a picture goes as it is. */
const LIGHT = 1_500_000;
const HEIC = /\.(heic|heif)$/i;
const PICTURE = /^image\/(jpeg|png|webp|heic|heif)$/;
const WORDS = {
    heic: "Cette photo est au format HEIC, que ce navigateur ne sait pas convertir. Dans l’appareil photo de votre téléphone, choisissez «\u00a0le plus compatible\u00a0», ou envoyez-la depuis le téléphone.",
    unread: "Cette photo ne s’ouvre pas\u00a0: le fichier est peut-être abîmé. Prenez-la de nouveau, ou choisissez-en une autre.",
    picture: "Ce n’est pas une photo que l’on sait lire\u00a0: JPEG, PNG ou WebP.",
    file: "On ne sait pas prendre ce genre de fichier ici.",
};

/** Checks what is chosen in each file control of a part of the page, lightens pictures, and shows them. */
export function files(root) {
    for (const input of root.querySelectorAll("input[type=file]:not([multiple])")) {
        input.addEventListener("change", () => take(input));
    }
}

async function take(input) {
    const chosen = input.files[0];
    told(input)?.remove();
    input.parentElement.querySelector(".apercu-photo")?.remove();
    if (!chosen) return;
    try {
        // a document is taken away as it was made
        const file = isOfPictures(input.accept) || isHeic(chosen) ? await lightened(chosen) : chosen;
        const most = Number((file.type === "image/svg+xml" && input.dataset.poidsDessin) || input.dataset.poids || input.form?.dataset.poids || 0);
        if (!isAccepted(input.accept, file)) throw new Error(isOfPictures(input.accept) ? WORDS.picture : WORDS.file);
        if (most && file.size > most) throw new Error(`C’est trop lourd\u00a0: ${megabytes(file.size)} Mo. On prend ${Math.floor(most / 1048576)} Mo au plus.`);
        // somebody may have chosen another one meanwhile
        if (input.files[0] !== chosen) return;
        if (file !== chosen) {
            const taken = new DataTransfer();
            taken.items.add(file);
            input.files = taken.files;
        }
        input.removeAttribute("aria-invalid");
        preview(input, file);
        input.dispatchEvent(new CustomEvent("photo-prise", {bubbles: true}));
    } catch (problem) {
        input.value = "";
        tell(input, problem.message);
    }
}

/** A picture as it is sent: what is larger than the portal shows it is drawn anew, upright; what is none is left as it is. */
export async function lightened(file) {
    if (!PICTURE.test(file.type) && !isHeic(file)) return file;
    let picture;
    try {
        picture = await createImageBitmap(file);
    } catch {
        throw new Error(isHeic(file) ? WORDS.heic : WORDS.unread);
    }
    if (!isHeic(file) && file.size <= LIGHT) {
        picture.close();
        return file;
    }
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    // what may be seen through stays so
    const type = file.type === "image/png" || file.type === "image/webp" ? file.type : "image/jpeg";
    const drawn = await new Promise(resolve => canvas.toBlob(resolve, type, QUALITY));
    if (!drawn || (!isHeic(file) && drawn.size >= file.size)) return file;
    const name = type === "image/jpeg" ? file.name.replace(/\.[^.]*$/, "") + ".jpg" : file.name;
    return new File([drawn], name, {type, lastModified: file.lastModified});
}

/** Shows a picture before it is sent. */
function preview(input, file) {
    if (!file.type.startsWith("image/")) return;
    const image = new Image();
    image.className = "apercu-photo";
    image.alt = "";
    image.addEventListener("load", () => URL.revokeObjectURL(image.src));
    image.src = URL.createObjectURL(file);
    input.parentElement.append(image);
}

function isHeic(file) {
    return HEIC.test(file.name) || /hei[cf]/.test(file.type);
}

function isAccepted(accept, file) {
    const kinds = accept.split(",").map(kind => kind.trim().toLowerCase()).filter(kind => kind);
    const name = file.name.toLowerCase();
    return !kinds.length || kinds.some(kind => (kind.startsWith(".") ? name.endsWith(kind) : kind === file.type));
}

function isOfPictures(accept) {
    return accept.split(",").every(kind => kind.trim().startsWith("image/"));
}

function told(input) {
    return document.getElementById(`${input.id}-choix`);
}

function tell(input, words) {
    const line = document.createElement("p");
    line.className = "erreur field-error";
    line.id = `${input.id}-choix`;
    line.setAttribute("role", "alert");
    line.textContent = words;
    input.setAttribute("aria-invalid", "true");
    input.after(line);
}

function megabytes(bytes) {
    return (bytes / 1048576).toLocaleString("fr", {maximumFractionDigits: 1});
}
