package dev.dmock.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller of the API's generation 5: the documentation page's and v5.3's. */
@RestController
@RequestMapping("/v5")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface V5 {}
