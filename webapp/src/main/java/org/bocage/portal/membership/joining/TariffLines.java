package org.bocage.portal.membership.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.portal.membership.Tariffs;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Cost of membership for the public page: the tariffs of the form (AD-03). */
@Component
class TariffLines implements PublicLines {

    private final Tariffs tariffs;
    private final MessageSource messages;

    TariffLines(Tariffs tariffs, MessageSource messages) {
        this.tariffs = tariffs;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "tarifs";
    }

    @Override
    public String workspace() {
        return "config";
    }

    @Override
    public List<Map<String, String>> now() {
        return tariffs.all().stream()
                .map(one -> Map.of("nom", one.label(), "montant", amount(one), "texte", one.about()))
                .toList();
    }

    private String amount(Tariffs.Tariff one) {
        if (one.isOpen()) {
            return messages.getMessage("membership.tariff.any", new Object[0], Locale.FRENCH);
        }
        String amount = Tariffs.money(one.amount());
        return one.free()
                ? messages.getMessage("membership.tariff.least", new Object[] {amount}, Locale.FRENCH)
                : amount;
    }
}
