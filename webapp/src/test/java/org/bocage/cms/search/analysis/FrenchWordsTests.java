package org.bocage.cms.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.bocage.cms.search.query.LuceneQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a French text becomes before it is searched. */
@Tag("fast")
class FrenchWordsTests {

    @ParameterizedTest(name = "{0} meets {1}")
    @CsvSource(delimiter = '|', textBlock = """
            emploi | offre d'emploi
            emploi | l’emploi
            emploi | L'EMPLOI
            emplois | offre d'emploi
            l’atelier | atelier vélo
            benevole | bénévoles
            benevolat | bénévolat
            adhérente | adhérent·e·s
            adhérente | adhérent(e)s
            adhérente | adhérents
            adhérent | adhérent.e.s
            adhérentes | adhérent-e-s
            adherent | adhérent•e
            porteur | porteur·se de projet
            porteur | porteuse
            porteuses | porteurs
            elus | élu·es
            élue | élus
            œuvre | oeuvre
            oeuvre | ŒUVRES
            Tresboeuf | Tresbœuf
            velo | vélos
            jusqu'où | Jusqu’où aller ?
            chargée | chargé·e·s
            actrices | acteurs·rices
            acteur | acteurs·rices
            utilisatrice | utilisateurices
            utilisateur | utilisateurices
            cuisinière | Cuisinier·ère de bocaux
            animatrice | Animateur·rice
            entrepreneuse | entrepreneur·euse
            citoyenne | citoyen·ne·s
            sportive | sportif·ve
            ouvrière | ouvrier.ère
            retraitée | retraité·e·s
            intervenante | intervenant·e
            tout | tou·te·s
            toutes | tou·te·s
            ceux | celles·ceux
            aujourd’hui | aujourd'hui
            heureuse | heureux
            milieu | milieux
            directrice | directeurs
            """)
    void a_word_meets_its_other_forms(String query, String text) {
        assertThat(terms(query)).anyMatch(terms(text)::contains);
    }

    @ParameterizedTest(name = "{0} does not meet {1}")
    @CsvSource(delimiter = '|', textBlock = """
            porteur | porte ouverte
            elus | éluder
            ess | essai
            ess | essaimage
            ressourcerie | ressources
            où | ou
            est | esses
            """)
    void a_word_does_not_meet_another(String query, String text) {
        assertThat(terms(query)).noneMatch(terms(text)::contains);
    }

    @Test
    void an_article_alone_is_no_word() {
        assertThat(terms("l’atelier")).hasSize(1);
        assertThat(terms("la le les l' d’")).isEmpty();
        assertThat(terms("*** ?! …")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "l’école, école",
        "d'emploi, emploi",
        "Jusqu’où, où",
        "les adhérent·e·s du coin, adhérent·e·s",
        "adhérent(e)s !, adhérent(e)s",
        "la fin.Et après, fin",
        "(voir l’élu), voir"
    })
    void the_mark_is_on_the_word_without_its_article(String text, String marked) throws IOException {
        assertThat(marks(text)).contains(marked);
    }

    @Test
    void a_full_stop_or_a_hyphen_between_two_words_joins_nothing() {
        assertThat(terms("projet.exemple est-ce vide-grenier"))
                .containsExactlyInAnyOrderElementsOf(terms("projet exemple vide grenier"));
    }

    @Test
    void what_is_repeated_without_end_is_read_in_no_time() {
        assertThat(terms("é·e".repeat(5_000))).isNotEmpty();
        assertThat(terms("(".repeat(5_000) + "e)s")).hasSizeLessThan(3);
        assertThat(terms("l'".repeat(5_000))).hasSizeLessThan(3);
    }

    private static Set<String> terms(String text) {
        return Set.copyOf(LuceneQuery.split(text, FrenchWords.stems()));
    }

    private static List<String> marks(String text) throws IOException {
        List<String> marks = new ArrayList<>();
        try (Analyzer analyzer = FrenchWords.stems();
                TokenStream tokens = analyzer.tokenStream("", new StringReader(text))) {
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                marks.add(text.substring(offset.startOffset(), offset.endOffset()));
            }
        }
        return marks;
    }
}
