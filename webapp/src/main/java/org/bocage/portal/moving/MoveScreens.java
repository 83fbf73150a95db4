package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.FormTable;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.media.UploadParts;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.portal.moving.reading.FormerItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Views of moves: all of them, one, a kind of its contents. */
@Component
class MoveScreens {

    private static final int LINES = 100;
    private static final int SAMPLE = 220;
    private static final int MOST_OPTIONS = 300;
    private static final int FEW = 3;

    private final Desk desk;
    private final Moves moves;
    private final TakingIn taking;
    private final MovedItems moved;
    private final Accounts accounts;
    private final Stores stores;
    private final MessageSource messages;

    MoveScreens(
            Desk desk,
            Moves moves,
            TakingIn taking,
            MovedItems moved,
            Accounts accounts,
            Stores stores,
            MessageSource messages) {
        this.desk = desk;
        this.moves = moves;
        this.taking = taking;
        this.moved = moved;
        this.accounts = accounts;
        this.stores = stores;
        this.messages = messages;
    }

    /** Content types that something may become: all that everybody reads somewhere. */
    List<ContentType> types() {
        return desk.definitions().contentTypes().stream()
                .filter(type -> desk.type(type.name()).isPresent())
                .filter(type -> type.extension().address().isForAll())
                .sorted(Comparator.comparing(desk::label))
                .toList();
    }

    List<String> typeNames() {
        return types().stream().map(ContentType::name).toList();
    }

    Set<String> accountNames() {
        return accounts.all().stream().map(Account::name).collect(Collectors.toSet());
    }

    /** The first screen. */
    MovePage first(List<FormPage.Problem> problems) {
        List<MovePage.Row> rows = moves.all().stream()
                .map(one -> new MovePage.Row(
                        one.name(),
                        say("program." + one.program()),
                        address(one),
                        Moment.of(one.sent(), desk.clock()),
                        say("stage." + one.stage().key()),
                        one.progress().added()))
                .toList();
        List<String> files =
                moves.deposited().stream().filter(one -> !moves.isFolder(one)).toList();
        return page(files, rows, null, null, problems);
    }

    private MovePage page(
            List<String> files,
            List<MovePage.Row> rows,
            MovePage.@Nullable Shown move,
            MovePage.@Nullable Mapping kind,
            List<FormPage.Problem> problems) {
        return new MovePage(
                MoveController.ADDRESS,
                UploadParts.LARGEST,
                moves.deposit().toAbsolutePath().normalize().toString(),
                files,
                rows,
                move,
                kind,
                problems);
    }

    private static String address(Move move) {
        return MoveController.ADDRESS + "/" + move.id();
    }

    /** The screen of a move. */
    MovePage one(Move move, List<FormPage.Problem> problems) {
        MoveContents contents = moves.contents(move.id());
        MovePlan plan = move.plan();
        List<MovePage.Kind> kinds = new ArrayList<>();
        Map<String, List<FormerItem>> first = move.stage() == Move.Stage.READ ? moves.first(move.id()) : Map.of();
        Map<String, Optional<MoveTarget>> targets = new HashMap<>();
        contents.kinds().forEach((key, kind) -> {
            MovePlan.Kind into = plan.kind(key);
            Optional<MoveTarget> target = targets.computeIfAbsent(into.type(), taking::target);
            List<FormerItem> few =
                    first.getOrDefault(key, List.of()).stream().limit(FEW).toList();
            kinds.add(kind(
                    move, key, kind, target.map(one -> lacking(few, into, one)).orElse("")));
        });
        List<MovePage.Author> authors = contents.authors().stream()
                .map(one -> new MovePage.Author(
                        one.key(), one.name(), one.mail(), plan.authors().getOrDefault(one.key(), "")))
                .toList();
        MoveList.Start list = MoveList.start(moves.list(move.id()), LINES);
        MoveProgress progress = move.progress();
        int total = contents.count();
        int chosen = contents.chosen(plan);
        int lineCount = list.total();
        List<FormPage.Problem> all = new ArrayList<>(problems);
        if (!move.problem().isEmpty()) {
            all.add(new FormPage.Problem("geste", "", say("problem." + move.problem(), 0)));
        }
        MovePage.Shown shown = new MovePage.Shown(
                address(move),
                move.name(),
                say("program." + move.program()),
                contents.site(),
                move.stage().key(),
                move.stage().isUnderWay(),
                total,
                chosen,
                notes(contents),
                numbers(move),
                kinds,
                types().stream()
                        .map(one -> new MovePage.Choice(one.name(), desk.label(one)))
                        .toList(),
                authors,
                accounts.all().stream()
                        .filter(Account::enabled)
                        .map(one -> new MovePage.Choice(one.name(), one.displayName()))
                        .toList(),
                contents.pictures(),
                media(move),
                moves.deposited().stream()
                        .filter(one -> moves.isFolder(one) || one.endsWith(".zip"))
                        .toList(),
                plan.fetch(),
                plan.review(),
                plan.credit(),
                plan.agreement(),
                progress.total() == 0 ? 0 : Math.min(100, progress.seen() * 100 / progress.total()),
                move.stage() == Move.Stage.READ ? 0 : moved.publishable(move),
                move.stage() == Move.Stage.READ ? 0 : moved.unsaid(move),
                list.lines().stream()
                        .map(one -> new MovePage.Line(one.title(), one.address(), one.sentence()))
                        .toList(),
                lineCount,
                progress.added() == 0);
        return page(List.of(), List.of(), shown, null, all);
    }

    private String media(Move move) {
        if (move.media().isEmpty()) {
            return "";
        }
        return move.media().equals(moves.media(move.id()).toString())
                ? say("media.sent")
                : move.media()
                        .substring(move.media().lastIndexOf('/') + 1)
                        .replaceFirst("^export$", say("media.export"));
    }

    /** Labels of the fields that the first few contents would lack. */
    private String lacking(List<FormerItem> few, MovePlan.Kind plan, MoveTarget target) {
        Map<String, String> otherwise =
                stores.author().read(Identity.SYSTEM, session -> taking.otherwise(target, session));
        return few.stream()
                .flatMap(one -> target.fit(one, plan, otherwise).lacking().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private MovePage.Kind kind(Move move, String key, MoveContents.Kind kind, String lacking) {
        MovePlan.Kind plan = move.plan().kind(key);
        return new MovePage.Kind(
                key, label(kind), kind.count(), kind.hidden(), plan.type(), address(move) + "/sorte", lacking);
    }

    private String label(MoveContents.Kind kind) {
        String name = messages.getMessage("moving.kind." + kind.kind(), new Object[0], kind.kind(), Locale.FRENCH);
        String plain = name == null ? kind.kind() : name;
        return kind.category().isEmpty() ? plain : say("kind-of", plain, kind.category());
    }

    private String field(String name) {
        String label = messages.getMessage("moving.field-of." + name, new Object[0], name, Locale.FRENCH);
        return label == null ? name : label;
    }

    private List<String> notes(MoveContents contents) {
        List<String> notes = new ArrayList<>();
        if (contents.cut() > 0) {
            notes.add(say("cut", contents.cut()));
        }
        contents.asides().forEach((reason, count) -> notes.add(say("note." + reason, count)));
        return notes;
    }

    private List<String> numbers(Move move) {
        MoveProgress done = move.progress();
        List<String> numbers = new ArrayList<>();
        if (move.stage() == Move.Stage.TAKEN_BACK) {
            numbers.add(say("number.staying", done.added()));
            return numbers;
        }
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("added", done.added());
        all.put("same", done.same());
        all.put("pictures", done.pictures());
        all.put("lost", done.lost());
        all.put("lacking", done.lacking());
        all.put("aside", done.aside());
        all.put("online", done.online());
        all.forEach((key, count) -> {
            if (count > 0) {
                numbers.add(say("number." + key, count));
            }
        });
        return numbers;
    }

    /** Names of the fields of a kind that one may map, in their order. */
    List<String> fieldNames(Move move, String key) {
        MoveContents.Kind kind = moves.contents(move.id()).kinds().get(key);
        if (kind == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(kind.fields().keySet());
        if (!names.contains(FormerItem.SUMMARY) && names.contains(FormerItem.TEXT)) {
            names.add(FormerItem.SUMMARY);
        }
        names.remove(FormerItem.DATE);
        return names;
    }

    /** Paths of the fields of a type. */
    List<String> paths(String type) {
        return taking.target(type).stream()
                .flatMap(one -> one.columns().stream())
                .map(FormTable.Column::path)
                .toList();
    }

    /** The screen of a kind. */
    MovePage kind(Move move, String key) {
        MoveContents.Kind kind = moves.contents(move.id()).kinds().get(key);
        MovePlan.Kind plan = move.plan().kind(key);
        Optional<MoveTarget> target = taking.target(plan.type());
        if (kind == null || target.isEmpty()) {
            return first(List.of());
        }
        List<MovePage.Field> fields = fieldNames(move, key).stream()
                .map(name -> {
                    MoveContents.Field field = kind.fields().getOrDefault(name, new MoveContents.Field(0, ""));
                    return new MovePage.Field(
                            name,
                            field(name),
                            field.filled(),
                            plain(field.sample()),
                            plan.fields().getOrDefault(name, ""));
                })
                .toList();
        MovePage.Mapping mapping = new MovePage.Mapping(
                key,
                label(kind),
                desk.label(target.get().type()),
                address(move) + "/sorte",
                fields,
                target.get().columns().stream()
                        .map(one -> new MovePage.Choice(one.path(), one.label()))
                        .toList(),
                fixed(plan, target.get()),
                samples(move, key, plan, target.get()));
        MovePage.Shown shown = one(move, List.of()).move();
        return page(List.of(), List.of(), shown, mapping, List.of());
    }

    /** Fields that are asked for before something goes on line and that nothing over there says. */
    private List<MovePage.Fixed> fixed(MovePlan.Kind plan, MoveTarget target) {
        Set<String> mapped = new HashSet<>(plan.fields().values());
        Map<String, List<MovePage.Choice>> options = new HashMap<>();
        target.form().view(target.form().fresh(), Errors.NONE).stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field instanceof FormField.Switchable several ? several.choice() : field)
                .forEach(field -> {
                    if (field instanceof FormField.Choice choice
                            && choice.options().size() <= MOST_OPTIONS) {
                        options.put(
                                choice.caption().name(),
                                choice.options().stream()
                                        .filter(one -> !one.value().isEmpty())
                                        .map(one -> new MovePage.Choice(one.value(), one.label()))
                                        .toList());
                    }
                });
        return target.columns().stream()
                .filter(one -> plan.fixed().containsKey(one.path())
                        || ((one.required() || isKind(one.path())) && !target.isGiven(one.path())))
                // words of a list over there may be none of ours
                .filter(one -> !mapped.contains(one.path()) || options.containsKey(one.path()))
                .filter(one -> options.containsKey(one.path()) || !one.path().contains("["))
                .map(one -> new MovePage.Fixed(
                        one.path(),
                        one.label(),
                        plan.fixed().getOrDefault(one.path(), ""),
                        options.getOrDefault(one.path(), List.of())))
                .toList();
    }

    /** A choice that decides which other fields there are. */
    private static boolean isKind(String path) {
        return path.matches("(\\w+)\\.\\1");
    }

    private List<MovePage.Sample> samples(Move move, String key, MovePlan.Kind plan, MoveTarget target) {
        Map<String, String> labels = new HashMap<>();
        target.columns().forEach(one -> labels.put(one.path(), one.label()));
        Map<String, String> otherwise =
                stores.author().read(Identity.SYSTEM, session -> taking.otherwise(target, session));
        return moves.first(move.id()).getOrDefault(key, List.of()).stream()
                .map(item -> {
                    MoveTarget.Fitted fitted = target.fit(item, plan, otherwise);
                    List<MovePage.Choice> shown = new ArrayList<>();
                    fitted.cells().forEach((path, cell) -> {
                        if (plan.fields().containsValue(path) && !path.equals("titre")) {
                            shown.add(new MovePage.Choice(labels.getOrDefault(path, path), plain(cell)));
                        }
                    });
                    return new MovePage.Sample(
                            fitted.values().text("titre"),
                            item.created() == null ? null : Moment.of(item.created(), desk.clock()),
                            item.addresses().isEmpty() ? "" : item.addresses().get(0),
                            shown,
                            fitted.dropped().stream()
                                    .map(one -> say("dropped", one.label(), plain(one.value()), one.why()))
                                    .toList(),
                            String.join(", ", fitted.lacking()));
                })
                .toList();
    }

    private static String plain(String text) {
        String plain = (text.indexOf('<') < 0 ? text : RichText.plain(text))
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() <= SAMPLE ? plain : plain.substring(0, SAMPLE - 1) + "…";
    }

    private String say(String key, Object... values) {
        return messages.getMessage("moving." + key, values, Locale.FRENCH);
    }
}
