package org.bocage.portal.membership.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.portal.forms.Control;
import org.bocage.portal.membership.Request;
import org.bocage.portal.membership.Tariffs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Questions of the membership form. */
@Component
class JoinQuestions {

    private final MessageSource messages;

    JoinQuestions(MessageSource messages) {
        this.messages = messages;
    }

    /** Values typed in the form, with their faults by field. */
    private record Typed(Request request, Map<String, String> faults) {}

    List<JoinPage.Group> of(
            Request request,
            Map<String, String> faults,
            List<Tariffs.Tariff> tariffs,
            Tariffs.Payment payment,
            Map<String, String> structures) {
        Typed typed = new Typed(request, faults);
        List<JoinPage.Group> groups = new ArrayList<>();
        groups.add(new JoinPage.Group("", List.of(tariff(typed, tariffs, structures))));
        groups.add(new JoinPage.Group(
                words("group.you"),
                List.of(
                        line(typed, Request.FIRST_NAME, "text", false, List.of()),
                        line(typed, Request.LAST_NAME, "text", false, List.of()),
                        line(typed, Request.EMAIL, "email", false, List.of()),
                        line(typed, Request.TELEPHONE, "tel", true, List.of()),
                        line(typed, Request.ADDRESS, "text", true, List.of()))));
        // one answer is no question
        if (payment.ways().size() > 1) {
            groups.add(new JoinPage.Group("", List.of(payment(typed, payment))));
        }
        groups.add(new JoinPage.Group(
                words("group.then"),
                List.of(
                        tick(typed, Request.LISTED),
                        tick(typed, Request.NEWS),
                        line(typed, Request.HELP, "text", true, List.of()))));
        return groups;
    }

    private Control tariff(Typed typed, List<Tariffs.Tariff> tariffs, Map<String, String> structures) {
        List<Control.Option> names = structures.keySet().stream()
                .map(name -> new Control.Option(name, name, false))
                .toList();
        List<Control.Option> options = new ArrayList<>();
        List<List<Control>> cases = new ArrayList<>();
        for (Tariffs.Tariff one : tariffs) {
            String amount = Tariffs.money(one.amount());
            String label = messages.getMessage(
                    one.isOpen()
                            ? "membership.tariff.open"
                            : one.free() ? "membership.tariff.from" : "membership.tariff",
                    new Object[] {one.label(), amount},
                    Locale.FRENCH);
            options.add(new Control.Option(
                    one.key(), label, one.key().equals(typed.request().text(Request.TARIFF))));
            List<Control> then = new ArrayList<>();
            // one field for all the tariffs that ask for it, or it would be posted twice
            if (one.forStructure() && cases.stream().flatMap(List::stream).noneMatch(is(Request.STRUCTURE))) {
                then.add(line(typed, Request.STRUCTURE, "text", false, names));
            }
            if (one.free() && cases.stream().flatMap(List::stream).noneMatch(is(Request.AMOUNT))) {
                then.add(control("number", typed, Request.AMOUNT, "text", false, List.of(), List.of()));
            }
            cases.add(then);
        }
        return control("radios", typed, Request.TARIFF, "text", false, options, cases);
    }

    private static java.util.function.Predicate<Control> is(String name) {
        return control -> control.name().equals(name);
    }

    private Control payment(Typed typed, Tariffs.Payment payment) {
        List<Control.Option> options = payment.ways().keySet().stream()
                .map(way -> new Control.Option(
                        way,
                        words("payment." + (payment.isOtherSite(way) ? "lien" : way)),
                        way.equals(typed.request().text(Request.PAYMENT))))
                .toList();
        return control("radios", typed, Request.PAYMENT, "text", false, options, List.of());
    }

    private Control line(Typed typed, String name, String type, boolean optional, List<Control.Option> options) {
        return control("text", typed, name, type, optional, options, List.of());
    }

    private Control tick(Typed typed, String name) {
        return control("tick", typed, name, "text", true, List.of(), List.of());
    }

    private Control control(
            String kind,
            Typed typed,
            String name,
            String type,
            boolean optional,
            List<Control.Option> options,
            List<List<Control>> cases) {
        String fault = typed.faults().get(name);
        return new Control(
                kind,
                name,
                words("field." + name),
                help(name),
                optional,
                fault == null ? List.of() : List.of(fault),
                typed.request().text(name),
                type,
                Request.FIELDS.getOrDefault(name, 0),
                options,
                null,
                "",
                cases,
                "");
    }

    private @Nullable String help(String name) {
        String help = messages.getMessage("membership.help." + name, new Object[0], "", Locale.FRENCH);
        return help == null || help.isEmpty() ? null : help;
    }

    private String words(String key) {
        return messages.getMessage("membership." + key, new Object[0], Locale.FRENCH);
    }
}
