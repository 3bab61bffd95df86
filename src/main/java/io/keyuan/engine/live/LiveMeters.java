package io.keyuan.engine.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many windows listen to this node. */
@Component
class LiveMeters implements MeterBinder {

    private final LiveHub hub;

    LiveMeters(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keyuan.live.windows", hub, LiveHub::size).description("Windows that listen for changes").register(registry);
    }
}
