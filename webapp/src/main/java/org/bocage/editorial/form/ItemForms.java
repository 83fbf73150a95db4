package org.bocage.editorial.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.search.ContentIndex;
import org.bocage.editorial.form.values.FieldParts;

/** Makes the forms of content types and dialogs from the definitions of the moment. */
public final class ItemForms {

    /** Properties that the host itself writes on every item; not fields of any form. */
    private static final Set<String> OF_THE_HOST =
            Set.of(ItemState.PROPERTY, "publie", "auteur", "proposePar", "commentairesRelecture");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Store author;
    private final ContentIndex index;
    private final PictureShelf pictures;
    private final Clock clock;

    /** @param index that of the author store, where choices are looked up */
    public ItemForms(Store author, ContentIndex index, PictureShelf pictures, Clock clock) {
        this.clock = clock;
        this.author = author;
        this.index = index;
        this.pictures = pictures;
    }

    /**
     * The form of a content type, from its app; empty when there is no such type or no such app.
     *
     * @param reader who fills it in: they choose among what they may read, and {@link ItemForm#of see} of an item what is for them
     */
    public Optional<ItemForm> of(Definitions definitions, String contentType, Identity reader) {
        Optional<ContentType> type = definitions.contentType(contentType);
        Optional<FormDefinition> form = type.flatMap(definitions::appOf).flatMap(AppDefinition::form);
        FormTexts words = new FormTexts(definitions.messages());
        return type.isPresent() && form.isPresent()
                ? Optional.of(new ItemForm(
                        contentType,
                        form.get(),
                        words,
                        new Choices(author, index, reader, words, new LinkTargets(definitions)),
                        pictures,
                        type.get().extension(),
                        item -> ReadableFields.of(definitions, type.get(), item, reader),
                        OF_THE_HOST,
                        today()))
                : Optional.empty();
    }

    /** The form of a dialog, for a page, an area or a component; empty when no light module has it. */
    public Optional<ItemForm> ofDialog(Definitions definitions, String dialog, Identity reader) {
        FormTexts words = new FormTexts(definitions.messages());
        return definitions
                .dialog(dialog)
                .map(found -> new ItemForm(
                        "",
                        found.form(),
                        words,
                        new Choices(author, index, reader, words, new LinkTargets(definitions)),
                        pictures,
                        ContentTypeExtension.NONE.withDocuments(FileKind.fieldsOf(FieldParts.of(found.form()))),
                        item -> ReadableFields.ALL,
                        Set.of(),
                        today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
