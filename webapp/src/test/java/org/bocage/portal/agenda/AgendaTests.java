package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.territory.DemoCommunes;
import org.bocage.portal.territory.TerritoryCommune;
import org.bocage.portal.territory.france.GeoPoint;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agenda and the annonces as visitors read them and as a salariée writes them, with the demo content. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, AgendaTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.page-cache=true"})
class AgendaTests {

    private static final String PROFILE = "b0caa003-0000-4000-8000-000000000001";
    private static final String THEME = "b0ca0002-0000-4000-8000-000000000010";
    private static final String THEME_NAME = "vie-associative";
    private static final String FOURNIL = "b0ca0004-0000-4000-8000-000000000001";
    private static final String BAULON = "b0ca0003-0000-4000-8000-000000035016";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private ContentIndexes indexes;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("agenda"));
        registry.add("bocage.home", () -> data);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private Document page(String path) {
        return new Browser(port).read(path);
    }

    private static List<String> titles(Document page) {
        return page.select("main .rdv-title a").eachText().stream()
                .map(Browser::plain)
                .toList();
    }

    /** A page without what is shown instead of what was asked for. */
    private static Document asked(Document page) {
        page.select(".agenda-nearest").remove();
        return page;
    }

    private static String text(Element element) {
        return Browser.plain(element.text());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(PARIS));
    }

    @Test
    void the_agenda_tells_what_is_to_come_day_by_day() {
        Document agenda = page("/agenda");

        List<String> days = agenda.select(".day-head time").eachAttr("datetime");
        assertThat(days).isSorted().doesNotHaveDuplicates();
        assertThat(days.get(0)).isGreaterThanOrEqualTo(today().toString());
        assertThat(titles(agenda))
                .contains("Apéro des idées")
                .doesNotContain("CA du mois", "Rencontre « Qui fait quoi ? »");
        assertThat(agenda.select("main .rdv-title:contains(Soirée radio)").text())
                .startsWith("Annulé");
    }

    @Test
    void AG_02_the_month_keeps_what_the_list_is_narrowed_down_to() {
        for (String query :
                List.of("origine=pole", "commune=guichen", "origine=pole&commune=guichen", "theme=culture")) {
            Document list = page("/agenda?" + query);
            String link = list.select("nav.views a[href*=/mois/]").attr("href");
            assertThat(link.substring(link.indexOf('?') + 1).split("&"))
                    .as("what the link keeps")
                    .containsExactlyInAnyOrder(query.split("&"));
            String month = today().plusMonths(1).toString().substring(0, 7);
            Document table = page("/agenda/mois/" + month + "?" + query);

            assertThat(eventsOf(table)).as(query).isEqualTo(eventsOf(month, query));
            assertThat(table.select(".chips a, .month-pager a, nav.tabs a").eachAttr("href"))
                    .as("a way back to all of it")
                    .contains("/agenda/mois/" + month);
            assertThat(table.select(".month-pager a").eachAttr("href"))
                    .allMatch(one -> one.contains(query.split("&")[0]));
            assertThat(table.select("main a[href^=/agenda?]").eachAttr("href"))
                    .as("back to the list")
                    .anyMatch(one -> List.of(one.substring(one.indexOf('?') + 1).split("&"))
                            .containsAll(List.of(query.split("&"))));
        }
        assertThat(page("/agenda/mois/" + today().toString().substring(0, 7) + "?origine=lune")
                        .select(".month-item"))
                .as("what nobody knows finds nothing")
                .isEmpty();
    }

    private static Set<String> eventsOf(Document month) {
        return month.select(".month-item:not(.month-deadline) a").stream()
                .map(link -> link.attr("href"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the list tells of a month, over all its pages. */
    private Set<String> eventsOf(String month, String query) {
        return listed("&" + query).entrySet().stream()
                .filter(day -> day.getKey().startsWith(month))
                .flatMap(day -> day.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void AG_18_whatever_names_an_event_that_is_off_says_so_first() throws Exception {
        String told = "Annulé : Soirée radio en direct";

        assertThat(page("/recherche?q=soiree+radio+en+direct").select(".result-title").stream()
                        .map(AgendaTests::text))
                .contains(told);
        assertThat(Browser.plain(get("/recherche/suggestions?q=soiree+radio").body()))
                .contains(told);
        Document page = page("/agenda/soiree-radio-en-direct");
        assertThat(Browser.plain(page.select("main h1").text()))
                .startsWith("Annulé")
                .endsWith("Soirée radio en direct");
        assertThat(page.select(".pass-on textarea").stream().map(one -> Browser.plain(one.wholeText())))
                .as("both texts to pass on")
                .hasSize(2)
                .allMatch(one -> one.startsWith(told));
        assertThat(Browser.plain(page.title())).startsWith(told);
    }

    @Test
    void filters_add_up_within_a_kind_and_narrow_down_between_kinds() {
        assertThat(titles(page("/agenda?commune=guichen&commune=loh%C3%A9ac"))).containsOnly("Apéro des idées");
        assertThat(titles(page("/agenda?commune=guichen&commune=loheac")))
                .containsExactlyInAnyOrder("Apéro des idées", "Le Fossé Sec joue dans la grange");
        assertThat(titles(page("/agenda?commune=guichen&commune=loheac&origine=territoire")))
                .containsExactly("Le Fossé Sec joue dans la grange");
        assertThat(titles(page("/agenda?tarif=payant&origine=pole")))
                .containsOnly("Formation : tenir sa trésorerie sans trembler");
        assertThat(page("/agenda?public=jeunes").select(".count").text()).isEqualTo("Un rendez-vous");
    }

    @Test
    void what_nobody_knows_finds_nothing_and_pages_that_are_not_there_are_not_found() {
        assertThat(page("/agenda?commune=atlantide").select(".count").text()).isEqualTo("Aucun rendez-vous");
        assertThat(page("/agenda?quand=hier").select(".count").text()).isEqualTo("Aucun rendez-vous");
        assertThat(get("/agenda?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/agenda?page=1000000000").statusCode()).isEqualTo(404);
        assertThat(get("/agenda/mois/2026-13").statusCode()).isEqualTo(404);
        assertThat(get("/agenda/table-d-hotes-a-prix-libre/2001-01-01").statusCode())
                .isEqualTo(404);
        assertThat(get("/agenda/ca-du-mois").statusCode()).isEqualTo(404);
    }

    @Test
    void a_series_of_the_demo_keeps_its_weekday_and_each_date_has_its_page() {
        Document meal = page("/agenda/table-d-hotes-a-prix-libre");

        List<String> dates = meal.select(".dates a").eachAttr("href");
        assertThat(dates).hasSizeGreaterThan(3);
        for (String address : dates) {
            assertThat(LocalDate.parse(address.substring(address.lastIndexOf('/') + 1))
                            .getDayOfWeek())
                    .hasToString("THURSDAY");
        }
        assertThat(page(dates.get(0)).select("h1").text()).isEqualTo("Table d’hôtes à prix libre");
    }

    /** What the pages of the list show: the day under which it stands, and the address of the date. */
    private Map<String, Set<String>> listed(String query) {
        Map<String, Set<String>> days = new TreeMap<>();
        for (int number = 1; ; number++) {
            HttpResponse<String> answer = get("/agenda?page=" + number + query);
            if (answer.statusCode() == 404) {
                return days;
            }
            Document page = asked(Browser.page(answer));
            for (Element day : page.select("main .days .day")) {
                days.computeIfAbsent(day.select(".day-head time").attr("datetime"), one -> new TreeSet<>())
                        .addAll(day.select(".rdv-title a").eachAttr("href"));
            }
            for (String later : page.select("main .rdv-further a").eachAttr("href")) {
                days.computeIfAbsent(later.substring(later.lastIndexOf('/') + 1), one -> new TreeSet<>())
                        .add(later);
            }
        }
    }

    /** What the table of a month shows, by day of the month. */
    private Map<Integer, Set<String>> month(String month) {
        Map<Integer, Set<String>> days = new TreeMap<>();
        for (Element cell :
                page("/agenda/mois/" + month).select("table.month td:has(.month-item:not(.month-deadline))")) {
            String number =
                    Objects.requireNonNull(cell.selectFirst(".month-day")).ownText();
            days.put(
                    Integer.valueOf(number),
                    new TreeSet<>(
                            cell.select(".month-item:not(.month-deadline) a").eachAttr("href")));
        }
        return days;
    }

    @Test
    void AG_02_the_list_and_the_month_show_the_same_and_several_days_are_each_of_them() {
        String threeDays = "/agenda/premier-projet-premier-pas-week-end-jeunes";
        Map<String, Set<String>> list = listed("");
        LocalDate start = list.entrySet().stream()
                .filter(day -> day.getValue().contains(threeDays))
                .map(day -> LocalDate.parse(day.getKey()))
                .findFirst()
                .orElseThrow();
        assertThat(start).as("near three weeks and a half").isBetween(today().plusDays(21), today().plusDays(28));
        assertThat(start.getDayOfWeek()).as("a week-end").isEqualTo(DayOfWeek.FRIDAY);
        String month = start.toString().substring(0, 7);
        Set<String> begunBefore = month(start.minusMonths(1).toString().substring(0, 7)).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<String> inList = new TreeSet<>();
        list.forEach((day, addresses) -> {
            if (day.startsWith(month)) {
                inList.addAll(addresses);
            }
        });
        Map<Integer, Set<String>> inMonth = month(month);
        Set<String> toCome = new TreeSet<>();
        inMonth.forEach((day, addresses) -> {
            if (!start.withDayOfMonth(day).isBefore(today())) {
                toCome.addAll(addresses);
            }
        });
        Set<String> begun = new TreeSet<>(begunBefore);
        if (month.equals(YearMonth.from(today()).toString())) {
            // what began today may be over by now
            begun.addAll(inMonth.getOrDefault(today().getDayOfMonth(), Set.of()));
        }
        toCome.removeIf(address -> begun.contains(address) && !inList.contains(address));

        assertThat(inList).hasSizeGreaterThan(3);
        assertThat(toCome).isEqualTo(inList);
        assertThat(list.values().stream().filter(one -> one.contains(threeDays)))
                .hasSize(1);
        Set<LocalDate> shown = new TreeSet<>();
        for (LocalDate one : List.of(start, start.plusMonths(1))) {
            month(one.toString().substring(0, 7)).forEach((day, addresses) -> {
                if (addresses.contains(threeDays)) {
                    shown.add(one.withDayOfMonth(day));
                }
            });
        }
        assertThat(shown).containsExactly(start, start.plusDays(1), start.plusDays(2));
        Document page = page("/agenda/mois/" + month);
        assertThat(page.select("table.month > caption").text()).contains(start.getYear() + "");
        assertThat(page.select("table.month > thead th[scope=col]").eachText())
                .containsExactly("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche");
        assertThat(page.select("table.month .month-item a:not([href])")).isEmpty();
        assertThat(page.select("table.month .month-facts").eachText())
                .as("hours and places, on paper")
                .anyMatch(facts -> Browser.plain(facts).matches("[0-9]+ h.*, .+"));
        assertThat(page.select(".month-pager a[rel=next]").attr("href"))
                .isEqualTo("/agenda/mois/" + start.plusMonths(1).toString().substring(0, 7));
        assertThat(page.select("table.month [onclick], table.month [tabindex]")).isEmpty();
    }

    private JsonNode json(String query) {
        return JsonMapper.shared()
                .readTree(get("/api/agenda?taille=100&" + query).body());
    }

    /** The communes of what a query finds. */
    private Set<String> communes(String query) {
        Set<String> communes = new TreeSet<>();
        json(query)
                .get("contenus")
                .forEach(one -> one.get("communes")
                        .forEach(name -> communes.add(name.asString().replace('’', '\''))));
        return communes;
    }

    private static List<TerritoryCommune> territory() {
        return DemoCommunes.read();
    }

    @Test
    void AG_03_filters_add_up_narrow_down_live_in_the_address_and_are_told() {
        String group = "vallons-de-haute-bretagne-communaute";
        Set<String> theirs = territory().stream()
                .filter(commune -> commune.epci().orElse("").startsWith("Vallons"))
                .map(commune -> commune.name().replace('’', '\''))
                .collect(Collectors.toSet());
        Set<String> all = communes("");
        Set<String> both = new TreeSet<>(all);
        both.retainAll(theirs);

        assertThat(theirs).hasSize(18);
        assertThat(both).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(communes("commune=" + group)).isEqualTo(both);
        // one or several communes, or those that act together; thème, public, origine, gratuit
        for (String query : List.of(
                "commune=" + group,
                "commune=guichen",
                "commune=guichen&commune=loheac",
                "commune=loheac&commune=" + group,
                "theme=culture",
                "origine=pole",
                "theme=culture&origine=territoire&commune=loheac")) {
            Document page = page("/agenda?" + query);
            int total = json(query).get("total").asInt();
            assertThat(page.select("main [role=status]").text())
                    .as(query)
                    .startsWith(total == 1 ? "Un rendez-vous" : total + " rendez-vous");
            assertThat(page.select("main a:contains(Tout effacer)").attr("href"))
                    .as(query)
                    .isEqualTo(query.equals("origine=pole") ? "" : "/agenda");
        }
        assertThat(titles(page("/agenda?tarif=gratuit&public=jeunes&commune=" + group)))
                .isSubsetOf(titles(page("/agenda?tarif=gratuit")));
        Document reloaded = page("/agenda?commune=" + group + "&tarif=gratuit&origine=pole&quand=30-jours");
        assertThat(reloaded.select("#filtre-commune option[selected]").val()).isEqualTo(group);
        assertThat(reloaded.select("#filtre-tarif option[selected]").val()).isEqualTo("gratuit");
        assertThat(reloaded.select(".filters input[name=origine]").eachAttr("value"))
                .containsOnly("pole");
        assertThat(reloaded.select(".filters input[name=quand]").eachAttr("value"))
                .containsOnly("30-jours");
        assertThat(reloaded.select("a:contains(abonner)").attr("href"))
                .contains("commune=" + group, "tarif=gratuit", "origine=pole", "quand=30-jours");
        HttpResponse<String> unknown = get("/agenda?commune=atlantide&theme=..%2F&public=%00&origine=lune");
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(Browser.page(unknown).select("[role=status]").text()).isEqualTo("Aucun rendez-vous");
    }

    @Test
    void AG_04_each_event_says_its_origin_in_words_with_a_drawing_and_in_the_calendar() {
        Map<String, String> words =
                Map.of("pole", "Du pôle", "partenaire", "D’un partenaire", "territoire", "Du territoire");
        Map<String, Set<String>> titles = new TreeMap<>();
        words.forEach((origin, word) -> {
            Document page = page("/agenda?origine=" + origin);
            assertThat(page.select("main .rdv")).as(origin).isNotEmpty().allSatisfy(row -> {
                // without style sheets the words stay, once
                assertThat(words.values().stream().filter(row.text()::contains)).containsExactly(word);
                Elements tag = row.select(".tag");
                assertThat(tag).hasSize(1);
                assertThat(tag.select("svg")).hasSize(1);
                assertThat(tag.hasClass("tag-" + origin)).isTrue();
            });
            titles.put(origin, new TreeSet<>(titles(page)));
            assertThat(OtherCalendar.of(get("/agenda.ics?origine=" + origin).body())
                            .events())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(List.of(
                                    OtherCalendar.value(event, "CATEGORIES").split(",")))
                            .contains(origin)
                            .doesNotContainAnyElementsOf(words.keySet().stream()
                                    .filter(one -> !one.equals(origin))
                                    .toList()));
        });
        Set<String> all = new TreeSet<>();
        titles.values().forEach(some -> {
            assertThat(all).doesNotContainAnyElementsOf(some);
            all.addAll(some);
        });
        Document event = page("/agenda/apero-des-idees");
        assertThat(event.select(".article-facts .tag-pole svg")).hasSize(1);
        assertThat(event.select(".article-facts .tag-pole").text()).isEqualTo("Du pôle");
        assertThat(event.select("svg.icon use, svg.icon path")).isNotEmpty();
    }

    @Test
    void a_series_stands_once_in_the_list_with_its_further_dates_folded() {
        Document page = page("/agenda");
        Elements rows = page.select("main .rdv:has(a[href^=/agenda/table-d-hotes-a-prix-libre])");

        assertThat(rows).hasSize(1);
        assertThat(Browser.plain(rows.select(".rdv-further summary").text()))
                .matches("Tous les jeudis, et \\d+ autres dates");
        assertThat(Browser.plain(page.select("main .rdv:has(a[href^=/agenda/permanence-projet/]) .rdv-further summary")
                        .text()))
                .matches("Un \\p{L}+ par mois, et \\d+ autres dates");
        List<String> further = rows.select(".rdv-further a").eachAttr("href");
        assertThat(further)
                .hasSizeGreaterThan(3)
                .isSorted()
                .allMatch(one -> one.compareTo(rows.select(".rdv-title a").attr("href")) > 0);
        assertThat(page.select("main .rdv-title a").eachAttr("href").stream()
                        .map(one -> one.replaceAll("/[0-9-]+$", "")))
                .doesNotHaveDuplicates();
        assertThat(page("/agenda?quand=30-jours").select(".rdv-further a")).hasSizeLessThan(further.size());
    }

    @Test
    void AG_03_where_nothing_is_on_the_day_and_in_the_place_the_nearest_of_both_are_shown() {
        // nothing ever takes place at Lalleu
        Document page = page("/agenda?commune=lalleu&quand=30-jours");
        assertThat(page.select(".count").text()).isEqualTo("Aucun rendez-vous");
        assertThat(page.select("main h2").eachText())
                .contains("Un peu plus loin")
                .doesNotContain("Un peu plus tard");
        assertThat(titles(page)).hasSizeBetween(1, 3).isSubsetOf(titles(page("/agenda?quand=30-jours")));

        // today itself, or the nearest after it
        Document soon = page("/agenda?commune=guichen&quand=aujourdhui");
        assertThat(titles(soon)).contains("Apéro des idées");
        // what is on beside, then what comes after the days asked for, then what comes before them
        LocalDate sunday = today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        for (String commune : List.of("guichen", "goven", "lalleu")) {
            Document weekEnd = page("/agenda?quand=week-end&commune=" + commune);
            assertThat(weekEnd.select(".agenda-nearest h2").eachText())
                    .isSorted()
                    .isSubsetOf("Un peu plus loin", "Un peu plus tard", "Un peu plus tôt");
            assertThat(weekEnd.select("[aria-labelledby=proches-plusTard] time").eachAttr("datetime"))
                    .allMatch(day -> day.compareTo(sunday.toString()) > 0);
        }
        assertThat(page("/agenda?quand=hier").select(".agenda-nearest")).isEmpty();
        assertThat(page("/agenda?commune=atlantide").select(".agenda-nearest")).isEmpty();
    }

    @Test
    void AG_21_shortcuts_lead_to_today_the_week_end_thirty_days_and_what_is_near() {
        Document agenda = page("/agenda");
        assertThat(agenda.select("main .chips a").eachAttr("href"))
                .contains("/agenda?quand=aujourdhui", "/agenda?quand=week-end", "/agenda?quand=30-jours");
        assertThat(page("/agenda?quand=week-end&commune=guichen").select("main .chips a").eachText().stream()
                        .map(Browser::plain)
                        .limit(2))
                .as("what is chosen stands first")
                .containsExactly("Ce week-end", "Retirer ce filtre : Guichen");
        LocalDate saturday =
                today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).minusDays(1);
        LocalDate sunday = saturday.plusDays(1);
        Map.of(
                        "aujourdhui", List.of(today(), today()),
                        "week-end", List.of(saturday.isBefore(today()) ? today() : saturday, sunday),
                        "30-jours", List.of(today(), today().plusDays(30)))
                .forEach((when, days) -> {
                    Set<String> expected = new TreeSet<>();
                    listed("").forEach((day, addresses) -> {
                        if (!LocalDate.parse(day).isBefore(days.get(0))
                                && !LocalDate.parse(day).isAfter(days.get(1))) {
                            expected.addAll(addresses);
                        }
                    });
                    Set<String> shown = new TreeSet<>();
                    listed("&quand=" + when).forEach((day, addresses) -> {
                        assertThat(LocalDate.parse(day)).as(when).isBetween(today(), days.get(1));
                        shown.addAll(addresses);
                    });
                    assertThat(shown).as(when).containsAll(expected);
                    assertThat(page("/agenda?quand=" + when).select("main .chips a[aria-current]"))
                            .hasSize(1);
                });

        // fifteen kilometres around Guichen, worked out another way (spherical law of cosines): Mernel is at 15.05
        TerritoryCommune home = territory().stream()
                .filter(commune -> commune.name().equals("Guichen"))
                .findFirst()
                .orElseThrow();
        Set<String> near = territory().stream()
                .filter(commune ->
                        kilometres(home.centre().orElseThrow(), commune.centre().orElseThrow()) <= 15)
                .map(commune -> commune.name().replace('’', '\''))
                .collect(Collectors.toSet());
        assertThat(near).hasSize(17).contains("Guichen", "Le Petit-Fougeray").doesNotContain("Mernel");
        Set<String> expected = communes("");
        expected.retainAll(near);
        assertThat(expected).hasSizeBetween(2, communes("").size() - 1);
        assertThat(communes("pres=guichen")).isEqualTo(expected);
        Document found = page("/agenda?pres=guichen");
        assertThat(found.select("main [role=status]").text())
                .startsWith(json("pres=guichen").get("total").asInt() + " rendez-vous");
        assertThat(found.select("#pres option[selected]").val()).isEqualTo("guichen");
        assertThat(Browser.plain(found.select("main .chips").text())).contains("À 15 km de Guichen");
        assertThat(OtherCalendar.of(
                                get("/agenda.ics?pres=guichen&echeances=non").body())
                        .titles())
                .isNotEmpty()
                .hasSizeLessThan(
                        OtherCalendar.of(get("/agenda.ics?echeances=non").body())
                                .titles()
                                .size());
        assertThat(page("/agenda?pres=atlantide").select("[role=status]").text())
                .isEqualTo("Aucun rendez-vous");
        assertThat(get("/agenda").body()).doesNotContain("geolocation");
    }

    private static double kilometres(GeoPoint one, GeoPoint other) {
        double from = Math.toRadians(one.latitude());
        double to = Math.toRadians(other.latitude());
        double apart = Math.toRadians(one.longitude() - other.longitude());
        double cosine = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(apart);
        return 6371 * Math.acos(Math.min(1, cosine));
    }

    @Test
    void an_annonce_tells_the_days_left_and_a_closed_one_is_gone_without_its_contact() {
        Document list = page("/annonces");
        HttpResponse<String> closed = get("/annonces/emploi/maraicher-ere-a-mi-temps");

        assertThat(list.select(".card-title").eachText())
                .hasSizeGreaterThanOrEqualTo(10)
                .doesNotContain("Maraîcher·ère à mi-temps", "Un frigo");
        assertThat(text(Objects.requireNonNull(list.selectFirst(".card:contains(Animateur)"))))
                // four from the day the portal was filled, which may be over
                .containsPattern("Plus que [34] jours");
        assertThat(closed.statusCode()).isEqualTo(410);
        assertThat(closed.body()).contains("Annonce terminée", "Maraîcher").doesNotContain("mains@", "mailto:&#");
        assertThat(get("/annonces/bons-plans/premier-elan").headers().firstValue("Location"))
                .hasValue("/annonces/appels-a-projets/premier-elan");
        assertThat(page("/annonces/materiel").select(".card-title")).hasSize(2);
    }

    @Test
    void a_mail_address_is_not_written_in_the_page_of_an_annonce() {
        HttpResponse<String> response = get("/annonces/emploi/cuisinier-ere-de-bocaux-cdi-28-h");

        assertThat(response.body()).doesNotContain("bocaux@exemple").contains("\"@type\":\"JobPosting\"");
        assertThat(Browser.page(response).select(".contact a[href^=/contact/]").attr("href"))
                .isEqualTo("/contact/annonces/cuisinier-ere-de-bocaux-cdi-28-h");
        assertThat(Browser.page(response).select(".contact a[href^=/contact/]").text())
                .as("it opens a form, no mail")
                .isEqualTo("Répondre");
        assertThat(page("/annonces").select(".card-answer").eachAttr("href"))
                .contains("/contact/annonces/cuisinier-ere-de-bocaux-cdi-28-h");
    }

    @Test
    void a_month_that_begins_with_a_vowel_is_written_so_in_all_that_names_it() {
        Document august = page("/agenda/mois/2027-08");

        assertThat(august.title()).startsWith("L’agenda d’août 2027");
        assertThat(august.select("meta[property=og:title]").attr("content")).startsWith("L’agenda d’août 2027");
        assertThat(august.select("main h1").text()).isEqualTo("L’agenda d’août 2027");
        assertThat(page("/agenda/mois/2027-07").title()).startsWith("L’agenda de juillet 2027");
    }

    @Test
    void the_association_own_actus_do_not_lead_to_its_site_where_one_is() {
        String own = page("/actualites/pole").select("main .card-title a").attr("href");

        assertThat(page(own).select("aside.contact a").eachText()).isNotEmpty().doesNotContain("Son site");
    }

    @Test
    void a_weekly_rendez_vous_is_written_published_and_read_date_by_date() {
        Browser salariee = Browser.signedIn(port, "salariee");
        LocalDate first = today().plusDays(3);
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Chorale des bottes");
        filled.put("origine", "pole");
        filled.put("debut", first + "T18:30");
        filled.put("fin", first + "T20:00");
        filled.put("lieu.nom", "La grange");
        filled.put("commune", BAULON);
        filled.put("description", "<p>On chante en bottes, juste ou presque.</p>");
        filled.put("organisateurs[0].nom", "Les voisins du haut");
        filled.put("recurrence.rythme", "semaine");
        filled.put("recurrence.fois", "3");
        filled.put("recurrence.exceptions[0]", first.plusWeeks(1).toString());
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("visibilite", "public");

        HttpResponse<String> sent = salariee.write("/espace/evenements/nouveau", filled, "publier");

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        Document page = page("/agenda/chorale-des-bottes");
        assertThat(page.select(".leaf").first()).isNotNull();
        assertThat(page.select("h1 + .article-lead time").attr("datetime")).isEqualTo(first.toString());
        assertThat(page.select(".dates a").eachAttr("href"))
                .containsExactly("/agenda/chorale-des-bottes/" + first.plusWeeks(2));
        assertThat(text(page)).contains("18 h 30 – 20 h", "Les voisins du haut");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lien, https://places.exemple.org/bal, https://places.exemple.org/bal, S’inscrire",
        "courriel, bal@exemple.invalid, mailto:bal@exemple.invalid, S’inscrire par mail",
        "telephone, 02 61 91 00 00, tel:+33261910000, S’inscrire au 02 61 91 00 00",
    })
    void AG_25_one_registers_by_a_link_a_mail_or_a_call_until_it_is_called_off(
            String mode, String value, String address, String words) {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = rendezVous("Bal à inscription par " + mode, today().plusDays(4));
        filled.put("inscription.mode", mode);
        assertThat(salariee.write("/espace/evenements/nouveau", filled, "publier")
                        .statusCode())
                .as("a way that says nothing")
                .isEqualTo(422);
        filled.put("inscription.valeur", value);
        publish(salariee, "/espace/evenements/nouveau", filled);

        Element action = Objects.requireNonNull(
                page("/agenda/bal-a-inscription-par-" + mode).selectFirst("aside.contact .ways a"));
        assertThat(action.attr("href")).isEqualTo(address);
        assertThat(text(action)).isEqualTo(words);

        filled.put("statut", "annule");
        publish(salariee, edit("bal-a-inscription-par-" + mode), filled);
        assertThat(page("/agenda/bal-a-inscription-par-" + mode)
                        .select("aside.contact .ways a")
                        .eachAttr("href"))
                .doesNotContain(address);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "annule, Annulé, EventCancelled",
        "reporte, Reporté, EventPostponed",
        "complet, Complet, EventScheduled",
        "prevu, '', EventScheduled",
    })
    void AG_18_a_status_stands_before_the_title_in_data_too_and_the_event_stays_until_its_date(
            String status, String word, String data, @Autowired SettableClock clock) {
        String title = "Lecture au puits " + status;
        String address = "/agenda/lecture-au-puits-" + status;
        LocalDate day = today().plusDays(5);
        Map<String, String> filled = rendezVous(title, day);
        filled.put("statut", status);
        publish(Browser.signedIn(port, "salariee"), "/espace/evenements/nouveau", filled);
        String shown = (word + " " + title).strip();

        assertThat(text(Objects.requireNonNull(page(address).selectFirst("h1"))))
                .isEqualTo(shown);
        assertThat(about(page(address), "Event").get("eventStatus").asString()).isEqualTo("https://schema.org/" + data);

        Instant end = day.atTime(11, 0).atZone(PARIS).toInstant();
        Duration before = Duration.between(clock.instant(), end.minusSeconds(60));
        clock.forward(before);
        try {
            assertThat(listed()).as("a minute before its end").contains(shown);
        } finally {
            clock.forward(before.negated());
        }
        Duration after = Duration.between(clock.instant(), end.plusSeconds(60));
        clock.forward(after);
        try {
            assertThat(listed()).as("a minute after its end").doesNotContain(shown);
            assertThat(get(address).statusCode()).isEqualTo(200);
        } finally {
            clock.forward(after.negated());
        }
    }

    /** The titles of the list, with what stands before them. */
    private List<String> listed() {
        return asked(page("/agenda?commune=baulon")).select("main .rdv-title").stream()
                .map(AgendaTests::text)
                .toList();
    }

    @Test
    void AG_10_what_is_over_stays_thirty_days_in_the_calendar_and_no_longer(@Autowired SettableClock clock) {
        LocalDate day = today().plusDays(6);
        publish(
                Browser.signedIn(port, "salariee"),
                "/espace/evenements/nouveau",
                rendezVous("Bal des trente jours", day));
        Instant end = day.atTime(11, 0).atZone(PARIS).toInstant();

        // two addresses: what is given at one is kept for ten minutes
        for (int minutes : new int[] {-1, 1}) {
            String address = "/agenda.ics?commune=baulon" + (minutes < 0 ? "" : "&origine=pole");
            Duration later = Duration.between(
                    clock.instant(), end.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(minutes)));
            clock.forward(later);
            try {
                assertThat(get(address).body().contains("SUMMARY:Bal des trente jours"))
                        .as("%d minute from thirty days after its end", minutes)
                        .isEqualTo(minutes < 0);
            } finally {
                clock.forward(later.negated());
            }
        }
    }

    @Test
    void UX_09_an_event_says_to_machines_all_that_they_need() {
        Browser salariee = Browser.signedIn(port, "salariee");
        LocalDate day = today().plusDays(7);
        Map<String, String> filled = rendezVous("Bal des machines", day);
        filled.put("organisateurs[0].nom", "Les voisins du haut");
        publish(salariee, "/espace/evenements/nouveau", filled);
        JsonNode timed = about(page("/agenda/bal-des-machines"), "Event");

        assertThat(timed.get("name").asString()).isEqualTo("Bal des machines");
        assertThat(OffsetDateTime.parse(timed.get("startDate").asString()))
                .isEqualTo(day.atTime(9, 0).atZone(PARIS).toOffsetDateTime());
        assertThat(OffsetDateTime.parse(timed.get("endDate").asString()))
                .isEqualTo(day.atTime(11, 0).atZone(PARIS).toOffsetDateTime());
        assertThat(timed.get("eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(timed.get("eventAttendanceMode").asString())
                .isEqualTo("https://schema.org/OfflineEventAttendanceMode");
        assertThat(timed.at("/location/@type").asString()).isEqualTo("Place");
        assertThat(timed.at("/location/name").asString()).isEqualTo("La grange");
        assertThat(timed.at("/location/address/@type").asString()).isEqualTo("PostalAddress");
        assertThat(timed.at("/location/address/addressLocality").asString()).isEqualTo("Baulon");
        assertThat(timed.at("/organizer/0/name").asString()).isEqualTo("Les voisins du haut");
        assertThat(timed.get("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(timed.at("/image/0").asString())
                .as("that of the portal, for want of its own")
                .startsWith("http");

        filled.put("titre", "Bal des machines payant");
        filled.put("tarif", "payant");
        filled.put("tarifTexte", "5 €");
        filled.put("journee", "true");
        filled.put("fin", day.plusDays(1) + "T00:00");
        filled.put("lieu.nom", "");
        filled.put("commune", "");
        filled.put("enLigne", "https://visio.exemple.org/bal");
        publish(salariee, "/espace/evenements/nouveau", filled);
        JsonNode days = about(page("/agenda/bal-des-machines-payant"), "Event");

        assertThat(days.get("startDate").asString()).isEqualTo(day.toString());
        assertThat(days.get("endDate").asString()).isEqualTo(day.plusDays(1).toString());
        assertThat(days.at("/location/@type").asString()).isEqualTo("VirtualLocation");
        assertThat(days.at("/location/url").asString()).isEqualTo("https://visio.exemple.org/bal");
        assertThat(days.get("eventAttendanceMode").asString())
                .isEqualTo("https://schema.org/OnlineEventAttendanceMode");
        assertThat(days.get("isAccessibleForFree").asBoolean()).isFalse();
    }

    private static Map<String, String> rendezVous(String title, LocalDate day) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "pole");
        filled.put("debut", day + "T09:00");
        filled.put("fin", day + "T11:00");
        filled.put("lieu.nom", "La grange");
        filled.put("commune", BAULON);
        filled.put("description", "<p>On se retrouve autour du puits, et l’on écoute.</p>");
        filled.put("organisateurs[0].nom", "Le pôle");
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("visibilite", "public");
        return filled;
    }

    private static void publish(Browser salariee, String address, Map<String, String> filled) {
        HttpResponse<String> sent = salariee.write(address, filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    private String edit(String name) {
        return "/espace/evenements/"
                + indexes.author()
                        .find(
                                ContentQuery.in("evenements")
                                        .ofType("bocage:evenement")
                                        .where("@name", name),
                                Identity.SYSTEM)
                        .hits()
                        .get(0)
                        .id();
    }

    @Test
    void the_days_of_a_series_are_written_with_weekday_number_and_month_and_the_first_as_one_says_it() {
        LocalDate first = today().plusMonths(2).withDayOfMonth(1);
        Map<String, String> series = new LinkedHashMap<>(rendezVous("Fanfare des premiers", first.minusWeeks(1)));
        series.put("recurrence.rythme", "semaine");
        series.put("recurrence.fois", "3");
        publish(Browser.signedIn(port, "salariee"), "/espace/evenements/nouveau", series);

        assertThat(page("/agenda/fanfare-des-premiers").select(".dates a").eachText().stream()
                        .map(Browser::plain)
                        .map(words -> words.toLowerCase(Locale.FRENCH)))
                .containsExactly(
                        FrenchDays.format("EEEE d MMMM").format(first),
                        FrenchDays.format("EEEE d MMMM").format(first.plusWeeks(1)))
                .first()
                .asString()
                .contains(" 1er ");
    }

    @Test
    void an_internal_rendez_vous_never_reaches_a_visitor() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Bureau secret");
        filled.put("origine", "pole");
        filled.put("debut", today().plusDays(2) + "T09:00");
        filled.put("enLigne", "https://visio.exemple.org/bureau");
        filled.put("description", "<p>Entre nous, rien que nous.</p>");
        filled.put("organisateurs[0].nom", "Le pôle");
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("interne", "true");
        filled.put("visibilite", "public");

        HttpResponse<String> sent = salariee.write("/espace/evenements/nouveau", filled, "publier");

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(get("/agenda/bureau-secret").statusCode()).isEqualTo(404);
        assertThat(page("/agenda?quand=30-jours").text()).doesNotContain("Bureau secret");
    }

    @Test
    void an_annonce_asks_what_its_kind_needs_and_is_over_the_minute_its_last_day_ends(@Autowired SettableClock clock) {
        Browser salariee = Browser.signedIn(port, "salariee");
        LocalDate last = clock.instant().atZone(PARIS).toLocalDate();
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Une heure pour arroser");
        filled.put("type.type", "benevolat");
        filled.put("description", "<p>Le jardin a soif et on est tous en vacances.</p>");
        filled.put("structure.nom", "Les voisins du bas");
        filled.put("commune", BAULON);
        filled.put("cloture", last.toString());
        filled.put("commentRepondre[0].genre", "telephone");
        filled.put("commentRepondre[0].valeur", "02 61 91 10 30");
        filled.put("visibilite", "public");

        HttpResponse<String> refused = salariee.write("/espace/annonces/nouveau", filled, "publier");
        filled.put("type.benevolat.engagement", "Une heure, le soir");
        HttpResponse<String> sent = salariee.write("/espace/annonces/nouveau", filled, "publier");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("Dites quand, et combien de temps.");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        String address = "/annonces/benevolat/une-heure-pour-arroser";
        assertThat(text(page(address))).contains("Dernier jour !", "Une heure, le soir");

        Duration toMidnight = Duration.between(
                clock.instant(), last.plusDays(1).atStartOfDay(PARIS).toInstant());
        clock.forward(toMidnight.plusMinutes(1));
        try {
            assertThat(get(address).statusCode()).isEqualTo(410);
            assertThat(page("/annonces/benevolat").text()).doesNotContain("arroser");
        } finally {
            clock.forward(toMidnight.plusMinutes(1).negated());
        }
    }

    private Map<String, String> annonce(String title, String kind) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("type.type", kind);
        filled.put("description", "<p>Quatre lignes pour dire ce qu’il y a à faire, et avec qui.</p>");
        filled.put("structure.nom", "Les voisins du bas");
        filled.put("commune", BAULON);
        filled.put("cloture", today().plusDays(20).toString());
        filled.put("commentRepondre[0].genre", "telephone");
        filled.put("commentRepondre[0].valeur", "02 61 91 10 30");
        filled.put("visibilite", "public");
        return filled;
    }

    @Test
    void AN_01_each_of_the_seven_kinds_asks_for_its_own_and_is_listed_at_its_address() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, Map<String, String>> asked = new LinkedHashMap<>();
        asked.put(
                "emploi",
                Map.of(
                        "contrat", "cdi",
                        "tempsTravail", "28 h par semaine",
                        "remuneration", "1 850 € brut",
                        "priseDePoste", today().plusDays(40).toString()));
        asked.put(
                "stage-service-civique",
                Map.of("duree", "Huit mois", "niveau", "Peu importe", "gratification", "620 € par mois"));
        asked.put("benevolat", Map.of("engagement", "Une heure, le soir"));
        asked.put(
                "appel-a-projets",
                Map.of(
                        "financeur", "La fondation Petit Caillou",
                        "montantMax", "3000",
                        "eligibles", PROFILE,
                        "perimetre", "Le département",
                        "lienOfficiel", "https://exemple.org/appel"));
        asked.put("bon-plan", Map.of("avantage", "Moitié prix", "conditions", "Adhérer"));
        Map<String, String> thing = Map.of("categorieMateriel", "mobilier", "etatObjet", "bon", "retrait", "Le samedi");
        asked.put("materiel-besoin", thing);
        asked.put("materiel-don", thing);
        Map<String, String> lists = Map.of(
                "stage-service-civique", "stages",
                "appel-a-projets", "appels-a-projets",
                "bon-plan", "bons-plans",
                "materiel-besoin", "materiel",
                "materiel-don", "materiel");

        asked.forEach((kind, fields) -> {
            Map<String, String> filled = annonce("Essai de " + kind, kind);
            HttpResponse<String> refused = salariee.write("/espace/annonces/nouveau", filled, "publier");
            assertThat(refused.statusCode()).as(kind).isEqualTo(422);
            assertThat(Browser.page(refused)
                            .select("[data-bilan] li, .bilan li")
                            .size())
                    .as("what is asked of %s", kind)
                    .isEqualTo(fields.size());

            fields.forEach((name, value) -> filled.put("type." + kind + "." + name, value));
            HttpResponse<String> sent = salariee.write("/espace/annonces/nouveau", filled, "publier");
            assertThat(sent.statusCode()).as(kind + Browser.problems(sent)).isEqualTo(302);
            String list = lists.getOrDefault(kind, kind);
            assertThat(page("/annonces/" + list).select(".card-title").eachText())
                    .as(list)
                    .contains("Essai de " + kind);
            assertThat(get("/annonces/" + list + "/essai-de-" + kind).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void AN_02_the_list_closes_first_what_closes_first_is_narrowed_four_ways_and_tells_the_days_left() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> soon = annonce("Un coup de main pressé", "benevolat");
        soon.put("type.benevolat.engagement", "Une heure");
        soon.put("cloture", today().plusDays(3).toString());
        soon.put("themes", THEME);
        soon.remove("structure.nom");
        soon.put("structure.acteur", FOURNIL);
        assertThat(salariee.write("/espace/annonces/nouveau", soon, "publier").statusCode())
                .isEqualTo(302);

        Document list = page("/annonces/benevolat");
        assertThat(text(Objects.requireNonNull(list.selectFirst(".card:contains(Un coup de main pressé)"))))
                .contains("Plus que 3 jours");
        List<String> order = page("/annonces").select(".card-title").eachText();
        assertThat(order.indexOf("Un coup de main pressé"))
                .isLessThan(order.indexOf("Trente chaises cherchent des fesses"));
        assertThat(page("/annonces/materiel").select(".card-title").eachText())
                .as("it closes before the one that came later")
                .containsSubsequence("Trente chaises cherchent des fesses", "On cherche un frigo qui ronronne");
        for (String narrowed : List.of("commune=baulon", "theme=" + THEME_NAME, "structure=le-fournil-des-mots")) {
            List<String> found =
                    page("/annonces?" + narrowed).select(".card-title").eachText();
            assertThat(found).as(narrowed).contains("Un coup de main pressé");
            assertThat(found.size()).as(narrowed).isLessThan(order.size());
        }
        assertThat(page("/annonces/emploi").select(".card-title").eachText()).doesNotContain("Un coup de main pressé");
        assertThat(page("/annonces?commune=goven").text()).doesNotContain("Un coup de main pressé");
    }

    @Test
    void AN_03_the_last_day_is_in_forty_five_days_ninety_at_most_a_year_for_calls_and_never_past() {
        Browser salariee = Browser.signedIn(port, "salariee");
        for (String form : List.of("/espace/annonces/nouveau", "/proposer/annonce")) {
            assertThat(Browser.page((form.startsWith("/espace") ? salariee : new Browser(port)).get(form))
                            .select("[name=cloture]")
                            .attr("value"))
                    .as(form)
                    .isEqualTo(today().plusDays(45).toString());
        }
        Map<String, String> filled = annonce("Une annonce datée", "benevolat");
        filled.put("type.benevolat.engagement", "Une heure");

        assertRefused(salariee, filled, "", "Il manque le dernier jour");
        assertRefused(salariee, filled, today().minusDays(1).toString(), "Ce jour est déjà passé");
        assertRefused(salariee, filled, today().plusDays(91).toString(), "90 jours au plus");
        filled.put("cloture", today().plusDays(90).toString());
        assertThat(salariee.write("/espace/annonces/nouveau", filled, "publier").statusCode())
                .isEqualTo(302);

        Map<String, String> call = annonce("Un appel lointain", "appel-a-projets");
        call.put("type.appel-a-projets.financeur", "La fondation Petit Caillou");
        call.put("type.appel-a-projets.eligibles", PROFILE);
        call.put("type.appel-a-projets.perimetre", "Le département");
        call.put("type.appel-a-projets.montantMax", "5000");
        call.put("type.appel-a-projets.lienOfficiel", "https://exemple.org/appel");
        assertRefused(salariee, call, today().plusDays(366).toString(), "365 jours au plus");
        call.put("cloture", today().plusDays(365).toString());
        assertThat(salariee.write("/espace/annonces/nouveau", call, "publier").statusCode())
                .isEqualTo(302);
    }

    /** At the field of the last day, with what was typed. */
    private static void assertRefused(Browser who, Map<String, String> filled, String last, String words) {
        filled.put("cloture", last);
        HttpResponse<String> refused = who.write("/espace/annonces/nouveau", filled, "publier");
        assertThat(refused.statusCode()).as(words).isEqualTo(422);
        Element field = Objects.requireNonNull(Browser.page(refused).selectFirst("[data-champ]:has([name=cloture])"));
        assertThat(text(field)).contains(words);
        assertThat(field.select("[name=cloture]").attr("value")).isEqualTo(last);
    }

    @Test
    void AN_07_a_job_tells_machines_what_it_is_until_it_is_closed(@Autowired SettableClock clock) {
        String address = "/annonces/emploi/cuisinier-ere-de-bocaux-cdi-28-h";
        JsonNode job = job(page(address));

        assertThat(job.get("title").asString()).startsWith("Cuisinier·ère de bocaux");
        assertThat(job.get("datePosted").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertThat(job.get("validThrough").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T23:59:59\\+0[12]:00");
        assertThat(job.at("/hiringOrganization/name").asString()).isEqualTo("Bocal & Bocaux Perchés");
        assertThat(job.at("/jobLocation/address/addressLocality").asString()).isNotBlank();
        assertThat(values(job, "employmentType")).as("28 h a week").containsExactly("PART_TIME");
        assertThat(job.at("/baseSalary/value/value").asInt()).isEqualTo(1850);
        assertThat(job.at("/baseSalary/value/unitText").asString()).isEqualTo("MONTH");
        JsonNode whole = job(page("/annonces/emploi/animateur-rice-numerique-cdd-12-mois"));
        assertThat(values(whole, "employmentType")).as("35 h, a year").containsExactly("TEMPORARY");
        assertThat(whole.at("/baseSalary/value/minValue").asInt()).isEqualTo(1900);
        assertThat(whole.at("/baseSalary/value/maxValue").asInt()).isEqualTo(2100);
        assertThat(page("/annonces/benevolat/qui-lit-des-histoires-le-mercredi").html())
                .doesNotContain("JobPosting");

        Duration over = Duration.ofDays(60);
        clock.forward(over);
        try {
            HttpResponse<String> closed = get(address);
            assertThat(closed.statusCode()).isEqualTo(410);
            assertThat(closed.body()).doesNotContain("JobPosting");
        } finally {
            clock.forward(over.negated());
        }
    }

    private static JsonNode job(Document page) {
        return about(page, "JobPosting");
    }

    private static JsonNode about(Document page, String type) {
        return page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> JsonMapper.shared()
                        .readTree(script.data())
                        .path("@graph")
                        .valueStream())
                .filter(data -> data.path("@type").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void AN_07_a_job_is_somewhere_or_at_a_distance_and_machines_are_told_which() {
        Browser who = Browser.signedIn(port, "salariee");
        Map<String, String> filled = annonce("Comptable de grand chemin", "emploi");
        filled.put("type.emploi.contrat", "cdd");
        filled.put("type.emploi.tempsTravail", "Mi-temps, le matin");
        filled.put("type.emploi.remuneration", "Selon expérience");
        filled.put("type.emploi.priseDePoste", today().toString());
        filled.put("commune", "");
        HttpResponse<String> refused = who.write("/espace/annonces/nouveau", filled, "publier");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(
                        Browser.page(refused).select("[data-champ=commune]").text()))
                .contains("Choisissez la commune, ou cochez « À distance ».");

        filled.put("aDistance", "true");
        HttpResponse<String> kept = who.write("/espace/annonces/nouveau", filled, "publier");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        JsonNode job = job(page("/annonces/emploi/comptable-de-grand-chemin"));
        assertThat(job.get("jobLocationType").asString()).isEqualTo("TELECOMMUTE");
        assertThat(job.has("jobLocation")).as("no address without a town").isFalse();
        assertThat(values(job, "employmentType")).containsExactly("TEMPORARY", "PART_TIME");
        assertThat(job.has("baseSalary"))
                .as("« Selon expérience » is no figure")
                .isFalse();
    }

    private static List<String> values(JsonNode data, String name) {
        List<String> values = new ArrayList<>();
        data.get(name).forEach(one -> values.add(one.asString()));
        return values;
    }
}
