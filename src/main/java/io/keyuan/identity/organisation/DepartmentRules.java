package io.keyuan.identity.organisation;

import static io.keyuan.identity.Department.DEPARTMENT;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Rules;
import io.keyuan.identity.Department;
import org.springframework.stereotype.Component;

/** Departments are a tree. */
@Component
class DepartmentRules implements Rules<Department> {

    private final Circles circles;

    DepartmentRules(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void check(Batch batch) {
        circles.refuse(batch, DEPARTMENT.parent);
    }
}
