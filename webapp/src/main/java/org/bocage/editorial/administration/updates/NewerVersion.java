package org.bocage.editorial.administration.updates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.WeekPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells administrators of a newer version of the portal, when {@code bocage.updates} has it ask. Nothing is sent with the question,
 * neither this portal's version nor its address.
 */
@Component
@EnableConfigurationProperties(UpdateOptions.class)
class NewerVersion implements WeekNotices {

    private static final Logger log = LoggerFactory.getLogger(NewerVersion.class);
    /** Semantic versions without label. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");

    private static final int LONGEST = 1_000;
    private static final int SOON = 600_000;
    private static final int DAY = 86_400_000;

    private final UpdateOptions options;
    private final OutgoingHttp outgoing;
    private final Desk desk;
    private final String own;
    private volatile @Nullable String newest;

    NewerVersion(UpdateOptions options, OutgoingHttp outgoing, Desk desk, ObjectProvider<BuildProperties> build) {
        this.options = options;
        this.outgoing = outgoing;
        this.desk = desk;
        this.own = build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
    }

    /** Asks for the newest version. */
    @OnEachMachine
    @Scheduled(fixedDelay = DAY, initialDelay = SOON)
    void ask() {
        if (!options.updates()) {
            return;
        }
        try (OutgoingHttp http = outgoing.ofNobody()) {
            Answer answer = http.get(options.updatesAddress(), LONGEST);
            Optional<String> line = answer instanceof Answer.Content content
                    ? new String(content.bytes().all(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                    : Optional.empty();
            newest = line.map(String::strip)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .orElse(null);
            if (newest == null) {
                log.info("{} tells no version", options.updatesAddress());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<WeekPage.Notice> notices() {
        String version = newest;
        if (version == null || own.isEmpty() || !desk.administers()) {
            return List.of();
        }
        return Version.parse(version).compareTo(Version.parse(own)) <= 0
                ? List.of()
                : List.of(new WeekPage.Notice(
                        desk.sentence("authoring.updates.notice", version, own),
                        desk.sentence("authoring.updates.notice.link"),
                        "/espace/reglages/sauvegardes"));
    }
}
