package org.bocage.editorial.view;

import java.util.List;
import java.util.Map;
import org.bocage.portal.documents.DecisionsPage;
import org.bocage.portal.documents.DepositPage;
import org.bocage.portal.documents.DocumentPage;

/** Screens of the internal documents. */
final class DocumentSamples {

    private DocumentSamples() {}

    static void add(Map<String, Samples.Screen> all) {
        var row = new DocumentsPage.Row(
                "Compte rendu du CA, 12 novembre 2026",
                "/espace/documents/d1/lire",
                "Un compte-rendu de CA, 12 novembre 2026, Séances du CA",
                true,
                List.of(
                        new DocumentsPage.Piece("… on demande deux ", false),
                        new DocumentsPage.Piece("devis", true),
                        new DocumentsPage.Piece(" pour la toiture du four …", false)));
        all.put("documents", Samples.in("documents", list("devis", List.of(row)), "documents"));
        all.put("documents-dossier", Samples.in("documents", list("", List.of(row)), "documents"));
        all.put("documents-vide", Samples.in("documents", list("licorne", List.of()), "documents"));
        var decision = new DecisionsPage.Row(
                "Demander deux devis pour le site.",
                "Malo",
                Samples.moment("2026-11-01T09:00"),
                true,
                "Compte rendu du CA, 12 novembre 2026",
                "/espace/documents/d1/lire");
        all.put(
                "decisions",
                Samples.in("decisions", new DecisionsPage(List.of(decision), List.of(decision)), "documents"));
        all.put("document", Samples.in("document", document(""), "documents"));
        all.put(
                "document-erreur",
                Samples.in("document", document("« notes.docx » est compressé de façon anormale."), "documents"));
        all.put(
                "deposer",
                Samples.in(
                        "deposer",
                        new DepositPage(
                                "/espace/documents/deposer",
                                "",
                                "compte-rendu-ca",
                                "2026-11-25",
                                "Séances du CA",
                                "ca",
                                List.of(new FormField.Option("compte-rendu-ca", "Un compte-rendu de CA", null, true)),
                                List.of("Séances du CA", "Budget"),
                                "/espace/documents/nouveau",
                                List.of(new FormPage.Problem("fichier", "Fichier", "« notes.pdf » est vide.")),
                                "jeton-4"),
                        "documents"));
    }

    private static DocumentsPage list(String query, List<DocumentsPage.Row> rows) {
        return new DocumentsPage(
                "/espace/documents",
                query,
                query.isEmpty() ? "Séances du CA" : "",
                "",
                List.of(
                        new DocumentsPage.Choice("Budget", 2, "/espace/documents?dossier=Budget", false),
                        new DocumentsPage.Choice("Séances du CA", 9, "/espace/documents?dossier=CA", true)),
                List.of(new DocumentsPage.Choice("toiture", 3, "/espace/documents?etiquette=toiture", false)),
                List.of(new DocumentsPage.Choice("2026", 9, "/espace/documents?annee=2026", false)),
                rows,
                rows.size(),
                new Paging(1, 1, null, null),
                "/espace/documents/deposer",
                "divers");
    }

    private static DocumentPage document(String error) {
        return new DocumentPage(
                "/espace/documents/d1",
                "Compte rendu du CA, 12 novembre 2026",
                "Un compte-rendu de CA, 12 novembre 2026, Séances du CA",
                List.of(
                        new DocumentPage.Tag("toiture", "/espace/documents?etiquette=toiture"),
                        new DocumentPage.Tag("budget", "/espace/documents?etiquette=budget")),
                false,
                "/documents/d1/fichier",
                "PDF, 24 ko",
                List.of("Malo", "Soizic", "Awa"),
                List.of(
                        new DocumentPage.Decision(
                                "Demander deux devis.", "Malo", Samples.moment("2026-12-01T09:00"), false),
                        new DocumentPage.Decision("Inviter la commune.", "", null, true)),
                List.of(
                        new DocumentPage.Version(
                                Samples.moment("2026-11-20T18:40"),
                                "Malo",
                                "On a corrigé les présents.",
                                "/d?v=1",
                                null),
                        new DocumentPage.Version(
                                Samples.moment("2026-11-12T22:05"),
                                "Soizic",
                                "",
                                "/d?v=0",
                                "/espace/documents/d1/versions/0")),
                "/espace/documents/d1",
                true,
                false,
                "3",
                "",
                error);
    }
}
