package io.keyuan.engine.advice;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.query.Lists;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Not to be advised of something for a week, and to be so again. */
@RestController
@RequestMapping("/api/v1/{object}/{id}/advice/{rule}/later")
class AdviceController {

    private final Addressed addressed;
    private final Lists lists;
    private final RulesOfAdvice rules;
    private final PutOff putOff;

    AdviceController(Addressed addressed, Lists lists, RulesOfAdvice rules, PutOff putOff) {
        this.addressed = addressed;
        this.lists = lists;
        this.rules = rules;
        this.putOff = putOff;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void later(@PathVariable String object, @PathVariable String id, @PathVariable String rule) {
        putOff.putOff(record(object, id, rule), rule);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void now(@PathVariable String object, @PathVariable String id, @PathVariable String rule) {
        putOff.takeBack(record(object, id, rule), rule);
    }

    /** @throws Problem 404 where the record is not there, not for the caller, or the rule is none for it */
    private UUID record(String object, String id, String rule) {
        ObjectType type = addressed.object(object);
        UUID record = addressed.id(id);
        if (rules.about(type).stream().noneMatch(each -> each.name().equals(rule)) || lists.find(type, record) == null) {
            throw Problem.notFound();
        }
        return record;
    }
}
