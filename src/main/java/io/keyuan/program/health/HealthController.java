package io.keyuan.program.health;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two questions of a load balancer or a container platform. Actuator's own health address moves to the management port
 * when there is one; these two stay where the program serves.
 */
@RestController
@RequestMapping("/health")
class HealthController {
    private static final int DATABASE_SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource dataSource;

    HealthController(ApplicationAvailability availability, DataSource dataSource) {
        this.availability = availability;
        this.dataSource = dataSource;
    }

    /** Must it be restarted? 503 when yes. */
    @GetMapping("/live")
    ResponseEntity<Map<String, String>> live() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    /** May it be sent requests? 503 while it starts, stops or has no database. */
    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers());
    }

    private boolean databaseAnswers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(DATABASE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    private static ResponseEntity<Map<String, String>> answer(boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", well ? "up" : "down"));
    }
}
