package io.keyuan.demo;

import io.keyuan.engine.Problem;
import io.keyuan.identity.Founder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has the sample company filled in where the program was started with {@code --demo}. The program answers meanwhile: there
 * is something to look at after a second, and whoever waits for READY waits for the program only.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(DemoProperties.class)
class FillAtStart implements ApplicationRunner {

    private final Demo demo;
    private final DemoProperties properties;
    private final Founder founder;
    private final ApplicationEventPublisher events;

    FillAtStart(Demo demo, DemoProperties properties, Founder founder, ApplicationEventPublisher events) {
        this.demo = demo;
        this.properties = properties;
        this.founder = founder;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.demo()) {
            founder.caller().ifPresent(caller -> caller.run(this::fill));
        }
    }

    private void fill() {
        try {
            if (demo.find() == null) {
                demo.fill(true);
            }
        } catch (Problem refused) {
            events.publishEvent(new Announcement("No sample company was added: this folder holds data of its own already."
                    + " Start with another --home to look around in one."));
        }
    }
}
