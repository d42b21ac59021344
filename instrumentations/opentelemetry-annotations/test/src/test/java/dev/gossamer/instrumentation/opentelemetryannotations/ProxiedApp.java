package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.testing.app.TestApp;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.implementation.attribute.MethodAttributeAppender;
import net.bytebuddy.matcher.ElementMatchers;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Annotated methods behind proxies of frameworks. */
public final class ProxiedApp {
  private ProxiedApp() {}

  public static void main(String[] arguments) throws Exception {
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Beans.class);
    TestApp.command("class-proxy", args -> served(context.getBean("service", Service.class)));
    TestApp.command(
        "interface-proxy", args -> context.getBean("serving", Serving.class).serve("it"));
    TestApp.command("copy", args -> served(copy()));
    TestApp.serve();
  }

  /** Whether it is a proxy is part of the answer: else nothing would be proved. */
  private static String served(Service service) throws NoSuchMethodException {
    boolean annotated =
        service
            .getClass()
            .getDeclaredMethod("serve", String.class)
            .isAnnotationPresent(WithSpan.class);
    return service.serve("it") + (service.getClass() != Service.class) + annotated;
  }

  private static Service copy() throws ReflectiveOperationException {
    return new ByteBuddy()
        .subclass(Service.class)
        .method(ElementMatchers.named("serve"))
        .intercept(SuperMethodCall.INSTANCE)
        .attribute(MethodAttributeAppender.ForInstrumentedMethod.INCLUDING_RECEIVER)
        .make()
        .load(ProxiedApp.class.getClassLoader())
        .getLoaded()
        .getConstructor()
        .newInstance();
  }

  public static class Service {
    @WithSpan
    public String serve(String what) {
      return what;
    }
  }

  interface Serving {
    String serve(String what);
  }

  static final class Server implements Serving {
    @Override
    @WithSpan
    public String serve(String what) {
      return what;
    }
  }

  @Configuration
  public static class Beans {
    @Bean
    public Service service() {
      return new Service();
    }

    @Bean
    public Serving serving() {
      return new Server();
    }

    @Bean
    public static MethodInterceptor around() {
      return invocation -> "around " + invocation.proceed();
    }

    @Bean
    public static BeanNameAutoProxyCreator proxies() {
      BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
      creator.setBeanNames("service", "serving");
      creator.setInterceptorNames("around");
      return creator;
    }
  }
}
