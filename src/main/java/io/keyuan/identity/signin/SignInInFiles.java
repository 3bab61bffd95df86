package io.keyuan.identity.signin;

import io.keyuan.engine.configuration.Portable;
import io.keyuan.engine.configuration.SinglePart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a company demands of those who sign in. */
@Component
class SignInInFiles extends SinglePart {

    private final PolicyController controller;
    private final Portable portable;

    SignInInFiles(PolicyController controller, Portable portable) {
        this.controller = controller;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public Stage stage() {
        return Stage.COMPANY;
    }

    @Override
    protected Map<String, Object> content() {
        return portable.out(List.of(controller.read())).getFirst();
    }

    @Override
    protected void write(Map<String, Object> content) {
        controller.change(portable.body(content, PolicyController.Policy.class));
    }
}
