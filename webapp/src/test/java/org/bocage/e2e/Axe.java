package org.bocage.e2e;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** Accessibility checks of the page that a browser shows. */
public final class Axe {

    private Axe() {}

    /**
     * Returns a check by all rules. It runs in the page alone, which has no frames of others, and reports violations only: a second
     * window for the result, and the nodes that pass, would take most of the time. The mode is deprecated for what it leaves out:
     * frames of other sites.
     */
    @SuppressWarnings("deprecation")
    public static AxeBuilder check() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder().withOptions(options).setLegacyMode();
    }
}
