package io.keyuan.program.command;

import io.keyuan.demo.Announcement;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Tells how far the sample company is and how to look around in it. */
record SampleCompanyAnnouncement(Console console) implements ApplicationListener<PayloadApplicationEvent<Announcement>> {

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<Announcement> event) {
        console.remark(event.getPayload().line());
    }
}
