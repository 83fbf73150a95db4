package org.bocage.editorial.items;

import java.util.Optional;
import java.util.stream.Collectors;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.SharedFields;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.sharing.SharedItem;
import org.bocage.editorial.items.sharing.SharedItems;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** New forms with what somebody shared to the portal: its words and its link filled in, and room for its pictures. */
@Component
class SharedForms {

    private final SharedItems items;
    private final Workflow workflow;

    SharedForms(SharedItems items, Workflow workflow) {
        this.items = items;
        this.workflow = workflow;
    }

    /**
     * Fills in what was shared under a token; a field that nobody asks this person for stays as it is.
     *
     * @param token empty when nothing was shared
     */
    FormValues filled(String token, ContentType type, ItemForm form, Account account, FormValues start) {
        SharedFields fields = type.extension().shared();
        Optional<SharedItem> shared =
                token.isEmpty() || !fields.isOpen() ? Optional.empty() : items.find(token, account.name());
        if (shared.isEmpty()) {
            return start;
        }
        SharedItem item = shared.get();
        Actor who = new Actor(account.name(), account.displayName(), account.roles());
        FormValues values = start;
        if (isTheirs(fields.title(), type, who) && form.takesText(fields.title())) {
            values = with(fields.title(), item.title(), form, values);
        }
        boolean hasLink = isTheirs(fields.link(), type, who) && form.takesText(fields.link());
        if (hasLink) {
            values = with(fields.link(), item.link(), form, values);
        }
        if (isTheirs(fields.text(), type, who)) {
            String link = hasLink ? "" : item.link();
            values = with(
                    fields.text(),
                    form.takesRichText(fields.text()) ? rich(item.text(), link) : plain(item.text(), link),
                    form,
                    values);
        }
        return withRoom(fields.picture(), item.pictures().size(), form, values);
    }

    private boolean isTheirs(String path, ContentType type, Actor who) {
        return !path.isEmpty()
                && workflow.asksFor(who, path)
                && workflow.mayFill(who, type.name(), path.replaceFirst("/.*", ""));
    }

    private static FormValues with(String path, String value, ItemForm form, FormValues values) {
        return value.isEmpty() ? values : FreshForms.with(path, value, form, values);
    }

    private static String plain(String text, String link) {
        return (text + "\n\n" + link).strip();
    }

    /** Text as paragraphs: a blank line begins another one. */
    private static String rich(String text, String link) {
        String paragraphs = text.isBlank()
                ? ""
                : text.strip()
                        .lines()
                        .map(line -> line.isBlank() ? "\n" : HtmlUtils.htmlEscape(line.strip(), "UTF-8"))
                        .collect(Collectors.joining("<br>"))
                        .replaceAll("(<br>)?\n(<br>)?", "</p><p>");
        String escaped = HtmlUtils.htmlEscape(link, "UTF-8");
        return (paragraphs.isEmpty() ? "" : "<p>" + paragraphs + "</p>")
                + (link.isEmpty() ? "" : "<p><a href=\"" + escaped + "\">" + escaped + "</a></p>");
    }

    /** Opens an entry for each picture, where the field has entries. */
    private static FormValues withRoom(String path, int pictures, ItemForm form, FormValues start) {
        FormValues values = start;
        int slash = path.lastIndexOf('/');
        String entries = slash < 0 ? path : path.substring(0, slash);
        for (int i = 0; i < pictures && !entries.isEmpty() && values.count(entries) <= i; i++) {
            values = form.apply("ajouter:" + entries, values);
        }
        return values;
    }
}
