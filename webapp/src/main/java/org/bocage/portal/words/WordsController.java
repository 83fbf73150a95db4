package org.bocage.portal.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.view.SettingsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Les mots » of the settings: a screen for each vocabulary, where words are added, renamed, merged and taken away. */
@ScreenController
@OpenTo(People.REVIEWERS)
class WordsController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/mots";

    private static final Pattern TITLE = Pattern.compile("[^\\p{Cntrl}]{2,80}");
    private static final String WORD = "mot";

    private final Desk desk;
    private final Contents contents;
    private final WordLists lists;
    private final MessageSource messages;

    WordsController(Desk desk, Contents contents, WordLists lists, MessageSource messages) {
        this.desk = desk;
        this.contents = contents;
        this.lists = lists;
        this.messages = messages;
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return lists.names().isEmpty() ? Optional.empty() : Optional.of(new SettingsPage.Link("mots", ADDRESS, 0));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        List<WordsPage.ListLink> links = lists.names().stream()
                .map(name -> new WordsPage.ListLink(
                        title(name),
                        say("list." + name + ".about", ""),
                        ADDRESS + "/" + name,
                        lists.words(name).orElseThrow().size()))
                .toList();
        WordsPage page = new WordsPage(ADDRESS, "", links, List.of(), "", List.of(), null);
        return new ModelAndView("espace/mots", Map.of("shell", desk.shell(request, "reglages"), "page", page));
    }

    @GetMapping(ADDRESS + "/{list}")
    ModelAndView show(@PathVariable String list, HttpServletRequest request) {
        return page(request, list, "", List.of(), null, HttpStatus.OK);
    }

    /** Adds a word. */
    @PostMapping(ADDRESS + "/{list}")
    ModelAndView add(
            @PathVariable String list, @RequestParam(defaultValue = "") String mot, HttpServletRequest request) {
        String title = mot.strip();
        List<WordLists.Word> words = words(list);
        Optional<String> problem = words.size() >= WordLists.MOST ? Optional.of("full") : problem(words, "", title);
        if (problem.isPresent()) {
            return refused(request, list, mot, problem.get());
        }
        lists.add(list, title, desk.actor(), desk.clock().instant());
        return done(list);
    }

    @PostMapping(value = ADDRESS + "/{list}", params = "geste=renommer")
    ModelAndView rename(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String titre,
            HttpServletRequest request) {
        List<WordLists.Word> words = words(list);
        word(words, id);
        Optional<String> problem = problem(words, id, titre.strip());
        if (problem.isPresent()) {
            return refused(request, list, "", problem.get());
        }
        lists.rename(id, titre.strip(), desk.actor(), desk.clock().instant());
        return done(list);
    }

    /** Has contents name another word of the list, and takes this one away. */
    @PostMapping(value = ADDRESS + "/{list}", params = "geste=reunir")
    ModelAndView merge(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String avec,
            HttpServletRequest request) {
        List<WordLists.Word> words = words(list);
        word(words, id);
        if (id.equals(avec) || words.stream().noneMatch(one -> one.id().equals(avec))) {
            return refused(request, list, "", "other");
        }
        lists.merge(id, avec, desk.actor(), desk.clock().instant());
        return done(list);
    }

    /** Takes a word away, unless contents name it. */
    @PostMapping(value = ADDRESS + "/{list}", params = "geste=retirer")
    ModelAndView remove(
            @PathVariable String list, @RequestParam(defaultValue = "") String id, HttpServletRequest request) {
        WordLists.Word word = word(words(list), id);
        Contents.Listed<PhotoPage.Use> uses = contents.uses(id, desk.identity());
        if (uses.total() > 0) {
            WordsPage.Used used = new WordsPage.Used(id, word.title(), uses.items(), uses.total());
            return page(request, list, "", List.of(), used, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        lists.remove(id);
        return done(list);
    }

    private static ModelAndView done(String list) {
        return new ModelAndView("redirect:" + ADDRESS + "/" + list + "?fait=mots-gardes");
    }

    private List<WordLists.Word> words(String list) {
        return lists.words(list).orElseThrow(NotFoundException::new);
    }

    private static WordLists.Word word(List<WordLists.Word> words, String id) {
        return words.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** Returns the key of a problem with a title for a word, new or not. */
    private static Optional<String> problem(List<WordLists.Word> words, String id, String title) {
        if (!TITLE.matcher(title).matches()) {
            return Optional.of("title");
        }
        boolean isThere = words.stream()
                .anyMatch(one -> !one.id().equals(id) && one.title().equalsIgnoreCase(title));
        return isThere ? Optional.of("twice") : Optional.empty();
    }

    private ModelAndView refused(HttpServletRequest request, String list, String typed, String problem) {
        FormPage.Problem told =
                new FormPage.Problem(WORD, say("field", ""), say("problem." + problem, "", WordLists.MOST));
        return page(request, list, typed, List.of(told), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            HttpServletRequest request,
            String list,
            String typed,
            List<FormPage.Problem> problems,
            WordsPage.@Nullable Used used,
            HttpStatus status) {
        List<WordsPage.Row> rows = new ArrayList<>();
        for (WordLists.Word word : words(list)) {
            long uses = contents.uses(word.id(), desk.identity()).total();
            rows.add(new WordsPage.Row(word.id(), word.title(), uses));
        }
        WordsPage page = new WordsPage(ADDRESS + "/" + list, title(list), List.of(), rows, typed, problems, used);
        return new ModelAndView("espace/mots", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private String title(String list) {
        return say("list." + list, list);
    }

    private String say(String key, String otherwise, Object... values) {
        String words = messages.getMessage("words." + key, values, otherwise, Locale.FRENCH);
        return words == null ? otherwise : words;
    }
}
