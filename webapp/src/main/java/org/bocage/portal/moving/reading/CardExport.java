package org.bocage.portal.moving.reading;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.RawProperty;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address book (vCard 2.1 to 4.0): a structure or a person a card. */
final class CardExport implements SiteExport {

    private final ExportFile file;

    CardExport(ExportFile file) {
        this.file = file;
    }

    @Override
    public String program() {
        return "vcard";
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        int taken = 0;
        try (Reader reader = file.reader();
                VCardReader cards = new VCardReader(reader)) {
            for (VCard card = cards.readNext(); card != null; card = cards.readNext()) {
                Optional<FormerItem> item = item(card);
                if (item.isPresent()) {
                    visitor.item(item.get());
                    taken++;
                }
            }
        }
        if (taken == 0) {
            throw new UnreadableExport("no-item", 0);
        }
    }

    private static Optional<FormerItem> item(VCard card) {
        String structure = card.getOrganization() == null
                ? ""
                : card.getOrganization().getValues().stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
        String name = card.getFormattedName() == null
                ? ""
                : text(card.getFormattedName().getValue());
        boolean isPerson = card.getStructuredName() != null
                && !text(card.getStructuredName().getFamily()).isEmpty()
                && !name.equals(structure);
        String title = name.isEmpty() ? structure : name;
        if (title.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FormerItem.TITLE, title);
        if (isPerson) {
            fields.put("prenom", text(card.getStructuredName().getGiven()));
            fields.put("nom", text(card.getStructuredName().getFamily()));
            fields.put("structure", structure);
        }
        card.getTitles().stream().findFirst().ifPresent(one -> fields.put("fonction", text(one.getValue())));
        card.getRoles().stream().findFirst().ifPresent(one -> fields.putIfAbsent("fonction", text(one.getValue())));
        card.getEmails().stream().findFirst().ifPresent(one -> fields.put("courriel", text(one.getValue())));
        card.getTelephoneNumbers().stream()
                .findFirst()
                .ifPresent(one -> fields.put(
                        "telephone",
                        one.getUri() == null
                                ? text(one.getText())
                                : one.getUri().getNumber()));
        card.getUrls().stream().findFirst().ifPresent(one -> fields.put("site", text(one.getValue())));
        card.getAddresses().stream().findFirst().ifPresent(one -> address(one, fields));
        if (card.getGeo() != null && card.getGeo().getLatitude() != null) {
            fields.put("latitude", String.valueOf(card.getGeo().getLatitude()));
            fields.put("longitude", String.valueOf(card.getGeo().getLongitude()));
        }
        fields.put(
                FormerItem.TEXT,
                card.getNotes().stream()
                        .map(one -> FormerHtml.of(text(one.getValue())))
                        .collect(Collectors.joining("\n")));
        if (card.getCategories() != null) {
            fields.put(
                    FormerItem.CATEGORIES,
                    String.join("\n", card.getCategories().getValues()));
        }
        for (RawProperty one : card.getExtendedProperties()) {
            fields.putIfAbsent(one.getPropertyName().toLowerCase(Locale.ROOT), text(one.getValue()));
        }
        fields.values().removeIf(String::isBlank);
        String uid = card.getUid() == null ? "" : text(card.getUid().getValue());
        return Optional.of(new FormerItem(
                "vcard:" + (uid.isEmpty() ? SheetExport.folded(title + " " + structure) : uid),
                isPerson ? "personne" : "structure",
                "",
                null,
                "",
                FormerState.PUBLISHED,
                fields,
                List.of(),
                List.of()));
    }

    private static void address(Address address, Map<String, String> fields) {
        String street = text(address.getStreetAddress());
        String town = (text(address.getPostalCode()) + " " + text(address.getLocality())).strip();
        fields.put("adresse", (street + (street.isEmpty() || town.isEmpty() ? "" : ", ") + town));
        fields.put("commune", text(address.getLocality()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
