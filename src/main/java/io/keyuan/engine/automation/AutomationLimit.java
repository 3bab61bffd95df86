package io.keyuan.engine.automation;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How much the rules of a company may do in an hour: what is beyond it waits and is done later. */
@Component
@EnableConfigurationProperties(AutomationProperties.class)
class AutomationLimit {

    private static final Duration SPAN = Duration.ofHours(1);

    private final AutomationRuns runs;
    private final AutomationProperties properties;

    AutomationLimit(AutomationRuns runs, AutomationProperties properties) {
        this.runs = runs;
        this.properties = properties;
    }

    /** @return how many runs may follow now, no more than somebody wants */
    int room(int wanted) {
        int most = properties.runsPerHour();
        return Math.clamp((long) most - runs.actedSince(Instant.now().minus(SPAN), most), 0, wanted);
    }
}
