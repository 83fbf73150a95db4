package org.bocage.editorial.administration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The public address of the site. What the options say of it wins, as on its screen. */
@Component
class SiteAddressAnswers implements SetupAnswers {

    private static final String FIELD = "adresse";

    private final SiteAddress siteAddress;
    private final Stores stores;
    private final MessageSource messages;

    SiteAddressAnswers(SiteAddress siteAddress, Stores stores, MessageSource messages) {
        this.siteAddress = siteAddress;
        this.stores = stores;
        this.messages = messages;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("site", Set.of(FIELD), 33));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        String problem = typed(answers).problem();
        return problem.isEmpty()
                ? Map.of()
                : Map.of(FIELD, messages.getMessage("authoring.adresse." + problem, null, Locale.FRENCH));
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        String address = typed(answers).address();
        stores.author().update(Identity.SYSTEM, session -> siteAddress.write(session, address));
    }

    private static TypedAddress typed(Map<String, Object> answers) {
        return TypedAddress.of(String.valueOf(answers.getOrDefault(FIELD, "")));
    }
}
