package io.keyuan.program.command;

import io.keyuan.identity.AdministratorCreated;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Tells how the first administrator signs in, the one time this is known. */
record AdministratorAnnouncement(Console console)
        implements ApplicationListener<PayloadApplicationEvent<AdministratorCreated>> {

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<AdministratorCreated> event) {
        AdministratorCreated created = event.getPayload();
        console.administrator(created.login(), created.oneTimePassword());
    }
}
