package org.bocage.portal.fediverse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.WeekPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells those who review which contents were answered from the fediverse in the last seven days. */
@Component
class ReplyNotices implements WeekNotices {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_REPLIES = 200;
    private static final int MOST_NOTICES = 3;

    private final Replies replies;
    private final FediverseSwitch fediverse;
    private final MessageSource messages;
    private final Clock clock;

    ReplyNotices(Replies replies, FediverseSwitch fediverse, MessageSource messages, Clock clock) {
        this.replies = replies;
        this.fediverse = fediverse;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<WeekPage.Notice> notices() {
        if (!fediverse.isOn()) {
            return List.of();
        }
        Instant since = clock.instant().minus(WEEK);
        Map<String, List<Replies.Reply>> byItem = replies.latest(MOST_REPLIES).stream()
                .filter(one -> one.at().isAfter(since))
                .collect(Collectors.groupingBy(Replies.Reply::item));
        return byItem.values().stream()
                .sorted((one, other) -> other.get(0).at().compareTo(one.get(0).at()))
                .limit(MOST_NOTICES)
                .map(ofItem -> notice(ofItem.get(0), ofItem.size()))
                .toList();
    }

    private WeekPage.Notice notice(Replies.Reply latest, int number) {
        return new WeekPage.Notice(
                say("notice", number, latest.title()),
                say("notice.link"),
                "/espace/" + latest.workspace() + "/" + latest.item());
    }

    private String say(String key, Object... words) {
        return messages.getMessage("fediverse." + key, words, Locale.FRENCH);
    }
}
