package org.bocage.editorial.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.bocage.editorial.authoring.form.FormValues;
import org.bocage.editorial.authoring.form.ItemForm;
import org.bocage.editorial.security.Account;
import org.springframework.stereotype.Component;

/**
 * For which structure somebody writes: what they begin to write already names it. It is the one whose fiche is theirs, or the one
 * that another part of the portal knows of; with several, nobody guesses.
 */
@Component
class OwnStructure {

    /** What {@code propose: given:} of a type says of the field that names it. */
    private static final String GIVEN = "@structure";

    private final ContentIndexes indexes;
    private final List<Companion> companions;

    OwnStructure(ContentIndexes indexes, List<Companion> companions) {
        this.indexes = indexes;
        this.companions = companions;
    }

    /** The form of a type as somebody begins to fill it in. */
    FormValues begun(ContentType type, ItemForm form, Account account) {
        FormValues values = form.fresh();
        for (Map.Entry<String, String> given :
                type.extension().proposed().given().entrySet()) {
            if (given.getValue().equals(GIVEN)) {
                Optional<String> structure = of(account);
                if (structure.isPresent()) {
                    values = with(given.getKey(), structure.get(), form, values);
                }
            }
        }
        return values;
    }

    private Optional<String> of(Account account) {
        ContentQuery theirs = ContentQuery.in("acteurs")
                .ofType("bocage:acteur")
                .where("auteur", account.name())
                .page(0, 2);
        Stream<String> own =
                indexes.author().find(theirs, Identity.SYSTEM).hits().stream().map(Hits.Hit::id);
        List<String> known = Stream.concat(own, companions.stream().flatMap(one -> one.structure(account).stream()))
                .distinct()
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    /** A value at a path of fields, in the first entry of those that have several. */
    private static FormValues with(String path, String value, ItemForm form, FormValues start) {
        FormValues values = start;
        String at = "";
        for (String step : path.split("/")) {
            at = at.isEmpty() ? step : at + "." + step;
            FormValues added = form.apply("ajouter:" + at, values);
            if (!added.equals(values)) {
                values = added;
                at += "[0]";
            }
        }
        return values.with(at, value);
    }
}
