package org.bocage.portal.subscriptions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.portal.subscriptions.reading.AddressList.Line;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class AddressListTests {

    private static List<String> emails(String text) {
        return AddressList.of(text).lines().stream().map(Line::email).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lea@exemple.fr\npaul@exemple.fr",
                "lea@exemple.fr; paul@exemple.fr",
                "lea@exemple.fr,paul@exemple.fr",
                "lea@exemple.fr\tpaul@exemple.fr",
                "lea@exemple.fr paul@exemple.fr",
                "\r\n  lea@exemple.fr \r\n\r\npaul@exemple.fr\r\n",
                "Léa Le Goff <lea@exemple.fr>, Paul <paul@exemple.fr>",
                "\"Le Goff, Léa\" <lea@exemple.fr>; \"Paul\" <paul@exemple.fr>",
                "Le Goff, Léa <lea@exemple.fr>\nmailto:paul@exemple.fr",
                "'lea@exemple.fr'\n(paul@exemple.fr)",
                "\u200Blea@exemple.fr\u00A0\n\uFEFFpaul@exemple.fr",
                "sep=;\nE-mail;Prénom\nlea@exemple.fr;Léa\npaul@exemple.fr;Paul",
                "Nom\tADRESSE E-MAIL\nLéa\tlea@exemple.fr\nPaul\tpaul@exemple.fr",
                "Adresse,Courriel\n\"2, rue du Four\",lea@exemple.fr\n\"3, rue Haute\",paul@exemple.fr"
            })
    void the_same_two_addresses_are_read_however_they_are_written(String text) {
        assertThat(emails(text)).containsExactly("lea@exemple.fr", "paul@exemple.fr");
    }

    @Test
    void a_file_of_an_old_spreadsheet_is_read_as_one_of_a_new_one() {
        String text = "adresse;origine\nlea@exemple.fr;Fête de l’été";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(AddressList.of(Spreadsheet.text(text.getBytes(charset))).lines())
                    .as(charset.name())
                    .singleElement()
                    .satisfies(line -> assertThat(line.source()).isEqualTo("Fête de l’été"));
        }
    }

    @Test
    void what_other_tools_say_of_an_agreement_and_of_its_end_is_read() {
        List<Line> mailchimp = AddressList.of("""
                Email Address,First Name,OPTIN_TIME,CONFIRM_TIME,Status
                lea@exemple.fr,Léa,2024-03-01 09:00:00,2024-03-02 10:11:12,Subscribed
                paul@exemple.fr,Paul,,,Unsubscribed
                anne@exemple.fr,Anne,,,Cleaned
                """).lines();
        assertThat(mailchimp.get(0).day()).as("the nearest to a proof").contains(LocalDate.of(2024, 3, 2));
        assertThat(mailchimp).extracting(Line::ended).containsExactly(false, true, true);

        List<Line> brevo = AddressList.of("""
                EMAIL;NOM;EMAIL_BLACKLISTED;ADDED_TIME
                lea@exemple.fr;Léa;No;02-03-2024
                paul@exemple.fr;Paul;Yes;02-03-2024
                """).lines();
        assertThat(brevo).extracting(Line::ended).containsExactly(false, true);
        assertThat(brevo.get(0).day()).contains(LocalDate.of(2024, 3, 2));

        List<Line> own = AddressList.of("""
                adresse;date d’accord;origine
                lea@exemple.fr;7/9/2024;Forum;reste
                paul@exemple.fr;32/13/2024;'=1+1
                """).lines();
        assertThat(own.get(0).day()).contains(LocalDate.of(2024, 9, 7));
        assertThat(own.get(1).day()).as("no such day").isEmpty();
        assertThat(own).extracting(Line::source).containsExactly("Forum", "=1+1");
    }

    @Test
    void a_line_without_an_address_is_told_by_its_number_and_as_it_is_written() {
        List<Line> lines = AddressList.of(
                        "lea@exemple.fr\n\npas une adresse\nlea@\n=cmd@x\n" + "x".repeat(500) + "\n\"ouvert@")
                .lines();

        assertThat(lines.stream().filter(Line::isWrong).map(Line::number)).containsExactly(3, 4, 5, 6, 7);
        assertThat(lines.get(1).text()).isEqualTo("pas une adresse");
        assertThat(lines.get(4).text()).as("cut").hasSizeLessThan(100);
    }

    @Test
    void what_a_form_carries_of_a_file_reads_the_same() {
        AddressList file = AddressList.of("""
                Email;Date;Origine;Statut
                lea@exemple.fr;2024-03-02;"Forum; salle 2";
                paul@exemple.fr;;;désabonné
                rien;;;
                """);

        AddressList again = AddressList.of(AddressList.joined(List.of(AddressList.of("anne@exemple.fr"), file)));

        assertThat(again.lines())
                .extracting(Line::email)
                .containsExactly("anne@exemple.fr", "lea@exemple.fr", "paul@exemple.fr", "");
        assertThat(again.lines().get(1).source()).isEqualTo("Forum; salle 2");
        assertThat(again.lines().get(1).day()).contains(LocalDate.of(2024, 3, 2));
        assertThat(again.lines().get(2).ended()).isTrue();
        assertThat(AddressList.joined(List.of(AddressList.of("Léa <lea@exemple.fr>"))))
                .isEqualTo("lea@exemple.fr");
    }
}
