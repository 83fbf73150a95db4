package org.bocage.portal.feeds;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import ezvcard.property.Kind;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.util.TelUri;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Writes visiting cards, vCard 4 (RFC 6350). The library folds by letters: it is told not to, and lines are folded here. */
final class Cards {

    static final String TYPE = "text/vcard;charset=UTF-8";
    private static final String PRODUCT = "-//Portail ESS//FR";

    /** Somebody, with what the reader may know of them. */
    record Person(
            SyndicatedItem item,
            String firstName,
            String lastName,
            String role,
            String structure,
            String telephone,
            String mail) {}

    private Cards() {}

    /** Somebody of the address book, read for whoever may know them. */
    static Person person(Node node, PublicItems.Reader reader) throws RepositoryException {
        return new Person(
                reader.item(node),
                ItemText.of(node, "prenom"),
                ItemText.of(node, "nom"),
                ItemText.of(node, "fonction"),
                ItemText.titleOf(node.getSession(), "acteurs", ItemText.of(node, "structure")),
                ItemText.ofReader(node, "contact/telephone"),
                ItemText.ofReader(node, "contact/courriel"));
    }

    static String of(Structure structure) {
        VCard card = card(structure.item());
        card.setKind(Kind.org());
        card.setOrganization(structure.item().title());
        if (!structure.item().summary().isEmpty()) {
            card.addNote(structure.item().summary());
        }
        reach(card, structure.telephone(), structure.mail());
        if (!structure.commune().isEmpty() || !structure.street().isEmpty()) {
            Address address = new Address();
            address.setStreetAddress(structure.street());
            address.setLocality(structure.commune());
            address.setPostalCode(structure.postcode());
            card.addAddress(address);
        }
        card.addUrl(structure.site().isEmpty() ? structure.item().address() : structure.site());
        if (structure.exact()) {
            structure.point().ifPresent(point -> card.setGeo(point.latitude(), point.longitude()));
        }
        return text(card);
    }

    static String of(Person person) {
        VCard card = card(person.item());
        card.setKind(Kind.individual());
        StructuredName name = new StructuredName();
        name.setFamily(person.lastName());
        name.setGiven(person.firstName());
        card.setStructuredName(name);
        if (!person.role().isEmpty()) {
            card.addRole(person.role());
        }
        if (!person.structure().isEmpty()) {
            card.setOrganization(person.structure());
        }
        reach(card, person.telephone(), person.mail());
        return text(card);
    }

    private static VCard card(SyndicatedItem item) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.setProductId(PRODUCT);
        card.setFormattedName(item.title());
        card.setUid(new Uid("urn:uuid:" + item.id()));
        card.setRevision(item.changed().atOffset(ZoneOffset.UTC));
        return card;
    }

    private static void reach(VCard card, String telephone, String mail) {
        international(telephone)
                .ifPresent(number -> card.addTelephoneNumber(new Telephone(new TelUri.Builder(number).build())));
        if (!mail.isEmpty()) {
            card.addEmail(mail);
        }
    }

    /** {@code 02 61 91 10 30} as {@code +33261911030}; empty when it is no number one can dial from anywhere. */
    static Optional<String> international(String telephone) {
        String digits = telephone.replaceAll("[\\s.()-]|\\p{Z}", "");
        if (digits.matches("0[1-9][0-9]{8}")) {
            return Optional.of("+33" + digits.substring(1));
        }
        String global = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return global.matches("\\+[1-9][0-9]{5,14}") ? Optional.of(global) : Optional.empty();
    }

    private static String text(VCard card) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OctetFolding.fold(text.toString());
    }
}
