package org.bocage.portal.setup;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.ScreenGuide;
import org.bocage.editorial.screens.extension.SetupSteps.SetupStep;
import org.bocage.editorial.view.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way through the steps of the set-up, for administrators: on « Ma semaine », which leads to it, and on each step. */
@Component
class SetupGuide implements ScreenGuide {

    private static final String WEEK = "/espace";

    private final Desk desk;
    private final Setup setup;

    SetupGuide(Desk desk, Setup setup) {
        this.desk = desk;
        this.setup = setup;
    }

    @Override
    public Optional<Shell.Guide> guide(String address) {
        if (!desk.administers() || !setup.isUnderWay()) {
            return Optional.empty();
        }
        List<Shell.GuideStep> steps =
                setup.steps().stream().map(step -> entry(step, address)).toList();
        boolean isOnTheWay = steps.stream().anyMatch(Shell.GuideStep::current);
        return isOnTheWay || address.equals(WEEK)
                ? Optional.of(new Shell.Guide(desk.sentence("authoring.setup.title"), steps, next(steps)))
                : Optional.empty();
    }

    private Shell.GuideStep entry(SetupStep step, String address) {
        String label = desk.sentence("authoring.setup." + step.key());
        return new Shell.GuideStep(label, step.address(), step.isDone(), step.has(address));
    }

    /** Returns the step after the current one; on another screen the first one to do after the last that is done, else any. */
    private static Shell.@Nullable GuideStep next(List<Shell.GuideStep> steps) {
        int current = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).current())
                .findFirst()
                .orElse(-1);
        if (current >= 0) {
            return current + 1 < steps.size() ? steps.get(current + 1) : null;
        }
        int last = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).done())
                .max()
                .orElse(-1);
        return Stream.concat(steps.stream().skip(last + 1L), steps.stream())
                .filter(step -> !step.done())
                .findFirst()
                .orElse(null);
    }
}
