package org.bocage.portal.territory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.bocage.portal.territory.france.WrittenCommunes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Facts and plots of communes that have none: in a store from before it held them, or of a commune that came with an import; and a map
 * drawn anew when the file of outlines came, went or changed. A commune that France does not have leaves all as it is, for drawing anew would take it away.
 */
@Component
class TerritoryUpkeep {

    private static final Logger log = LoggerFactory.getLogger(TerritoryUpkeep.class);

    private final KeptTerritory kept;
    private final FrenchCommunes france;
    private final Clock clock;

    TerritoryUpkeep(KeptTerritory kept, FrenchCommunes france, Clock clock) {
        this.kept = kept;
        this.france = france;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 86_400_000, initialDelay = 60_000)
    void look() {
        if (kept.isDescribed() && kept.isDrawnFromOutlines()) {
            return;
        }
        List<String> codes = kept.words().stream().map(KeptTerritory.Word::code).toList();
        WrittenCommunes communes = france.written(codes);
        TerritoryChoice choice = new TerritoryChoice(communes.communes());
        if (!communes.problems().isEmpty() || choice.refusal().isPresent()) {
            log.warn(
                    "The territory has communes that nothing is known of, and cannot be drawn: {}",
                    communes.problems());
            return;
        }
        kept.keep(choice, Map.of(), Actor.CLOCK, clock.instant());
        log.info("{} communes have their plots", codes.size());
    }
}
