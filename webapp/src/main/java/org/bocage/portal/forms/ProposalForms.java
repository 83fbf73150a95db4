package org.bocage.portal.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.form.ItemForms;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the forms for proposals. What one chooses among is what is on line, as the visitor may read it. */
@Component
public class ProposalForms {

    private final Stores stores;
    private final DefinitionRegistry registry;
    private final HeldFiles files;
    private final MessageSource messages;
    private final ItemForms forms;
    private final Clock clock;

    ProposalForms(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            HeldFiles files,
            MessageSource messages,
            Clock clock) {
        this.clock = clock;
        this.stores = stores;
        this.registry = registry;
        this.files = files;
        this.messages = messages;
        this.forms = new ItemForms(stores.published(), indexes.published(), new NoPictures(), clock);
    }

    /** The form of a content type; empty when nobody may propose one. */
    public Optional<ProposalForm> of(String contentType, Identity reader) {
        Definitions definitions = registry.current();
        Optional<ContentType> type = definitions
                .contentType(contentType)
                .filter(one -> one.extension().proposed().isOpen());
        return type.isEmpty()
                ? Optional.empty()
                : forms.of(definitions, contentType, reader)
                        .map(form -> new ProposalForm(
                                type.get(),
                                form,
                                definitions.messages(),
                                this::sentence,
                                this::shownName,
                                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))));
    }

    /** The content type that a page of the site takes proposals of. */
    public Optional<String> typeOf(String page, Identity reader) {
        return stores.published().read(reader, session -> {
            Optional<Node> node = Workspace.WEBSITE.node(session, page);
            return node.isPresent() && node.get().hasProperty("propose")
                    ? Optional.of(node.get().getProperty("propose").getString())
                    : Optional.empty();
        });
    }

    public String sentence(String key, Object... arguments) {
        return messages.getMessage("contribution." + key, arguments, Locale.FRENCH);
    }

    private String sentence(String key) {
        return sentence(key, new Object[0]);
    }

    private Optional<String> shownName(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return value.startsWith(HeldFiles.PREFIX) ? files.name(value) : Optional.of(sentence("photo-there"));
    }
}
