// Fields that are asked only once something else is chosen.

/** Hides what nobody asks yet, unless something is in it. */
export function conditions(root) {
    for (const field of root.querySelectorAll("[data-demande-si]")) {
        const form = field.closest("form");
        const asked = field.dataset.demandeSi.split(";").map(one => {
            const [name, values] = one.split("=");
            return {name, values: values.split(" ").filter(value => value)};
        });
        const show = () => {
            field.hidden = !asked.some(({name, values}) => given(form, name).some(value => values.length === 0 || values.includes(value))) && !isFilled(field);
        };
        const look = event => {
            if (asked.some(({name}) => name === event.target.name)) show();
        };
        form.addEventListener("input", look);
        form.addEventListener("change", look);
        show();
    }
}

function given(form, name) {
    return new FormData(form).getAll(name).filter(value => value);
}

/** Whether something stands in a field, or is wrong with it. */
export function isFilled(field) {
    return field.matches(".champ--erreur, .field-wrong") || [...field.querySelectorAll("input, select, textarea")].some(one => (/^(checkbox|radio)$/.test(one.type) ? one.checked && one.value : one.type !== "hidden" && one.value));
}
