package io.keyuan.engine.audit;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes what happened to the program's log. */
@Component
final class WrittenTrail implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenTrail.class);

    @Override
    public void keep(AuditEvent event) {
        LOG.info("audit: {} by {}: {} {} {}", event.kind(), Caller.current().person(), event.object(), event.record(), event.details());
    }
}
