package org.bocage.editorial.authoring;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.definition.ContentType;
import org.bocage.editorial.authoring.form.Errors;
import org.bocage.editorial.authoring.form.FormValues;
import org.bocage.editorial.authoring.form.ItemForm;
import org.bocage.editorial.authoring.view.Comment;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.security.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the form's screen shows. */
@Component
class FormPages {

    private final Desk desk;
    private final OneTimeTokens tokens;
    private final Accounts accounts;

    FormPages(Desk desk, OneTimeTokens tokens, Accounts accounts) {
        this.desk = desk;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** Names a form in the browser's own copy. */
    static String keepKey(Desk desk, String type, String id) {
        return desk.account().name() + ":" + type + ":" + id;
    }

    FormPage fresh(ContentType type, ItemForm form, FormValues values, Errors errors, List<String> actions) {
        return new FormPage(
                "/espace/" + type.name() + "/nouveau",
                WeekController.createLink(desk, type).label(),
                desk.label(type),
                "/espace/" + type.name(),
                true,
                null,
                "",
                tokens.fresh(),
                keepKey(desk, type.name(), "nouveau"),
                form.view(values, errors),
                actions,
                errors.problems(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    FormPage stored(
            ContentType type,
            ItemForm form,
            Item item,
            FormValues values,
            Errors errors,
            List<String> actions,
            FormPage.@Nullable Conflict conflict,
            @Nullable String published,
            @Nullable String preview) {
        List<Comment> comments = comments(item);
        return new FormPage(
                "/espace/" + type.name() + "/" + item.id(),
                item.title(),
                desk.label(type),
                "/espace/" + type.name(),
                false,
                item.state().key(),
                String.valueOf(item.revision()),
                tokens.fresh(),
                keepKey(desk, type.name(), item.id()),
                form.view(values, errors, comments),
                actions,
                errors.problems(),
                comments,
                conflict,
                Moment.of(item.changed(), desk.clock()),
                WeekController.name(accounts, item.changedBy()),
                published,
                preview);
    }

    FormPage.Conflict conflict(Item theirs, List<FormPage.Difference> differences) {
        return new FormPage.Conflict(
                WeekController.name(accounts, theirs.changedBy()),
                Moment.of(theirs.changed(), desk.clock()),
                differences);
    }

    List<Comment> comments(Item item) {
        List<Comment> comments = new ArrayList<>();
        item.comments()
                .forEach(comment -> comments.add(
                        new Comment(comment.by(), Moment.of(comment.at(), desk.clock()), comment.text(), null, null)));
        return comments;
    }
}
