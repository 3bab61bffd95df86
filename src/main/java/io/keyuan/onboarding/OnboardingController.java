package io.keyuan.onboarding;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has to do first, and what of it they have done or do without. */
@RestController
@RequestMapping("/api/v1/onboarding")
class OnboardingController {

    private final Access access;
    private final FinishedSteps finished;
    private final OnboardingStore store;
    private final TransactionTemplate transaction;

    OnboardingController(Access access, FinishedSteps finished, OnboardingStore store, TransactionTemplate transaction) {
        this.access = access;
        this.finished = finished;
        this.store = store;
        this.transaction = transaction;
    }

    record Shown(String step, String state) {}

    /** @param items none where the list was dismissed */
    record Onboarding(boolean dismissed, List<Shown> items) {}

    /**
     * What the caller says.
     *
     * @param dismissed whether they do without the whole list; null for as it is
     * @param steps states by the codes of steps; those that are not named stay
     */
    record Said(@Nullable Boolean dismissed, @Nullable Map<String, @Nullable String> steps) {}

    @GetMapping
    Onboarding read() {
        Map<String, String> said = store.said();
        if (said.containsKey(OnboardingStore.ALL)) {
            return new Onboarding(true, List.of());
        }
        List<Step> steps = Step.ofCaller(access);
        Set<Step> done = finished.among(steps);
        return new Onboarding(false, steps.stream()
                .map(step -> new Shown(step.code(), done.contains(step) ? StepState.DONE.code() : said.getOrDefault(step.code(), StepState.OPEN.code())))
                .toList());
    }

    @PatchMapping
    Onboarding say(@RequestBody Said said) {
        Map<String, StepState> states = new LinkedHashMap<>();
        if (said.dismissed() != null) {
            states.put(OnboardingStore.ALL, said.dismissed() ? StepState.SKIPPED : StepState.OPEN);
        }
        if (said.steps() != null) {
            states.putAll(checked(said.steps()));
        }
        transaction.executeWithoutResult(status -> store.say(states));
        return read();
    }

    private static Map<String, StepState> checked(Map<String, @Nullable String> wanted) {
        Map<String, StepState> states = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        wanted.forEach((code, text) -> {
            Optional<Step> step = Step.of(code);
            Optional<StepState> state = StepState.of(text).filter(each -> each != StepState.DONE || step.map(Step::isTold).orElse(false));
            if (step.isPresent() && state.isPresent()) {
                states.put(code, state.get());
            } else {
                faults.add(Fault.at(step.isPresent() ? "steps." + code : "steps", "not-choice"));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return states;
    }
}
