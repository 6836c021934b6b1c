package dev.dmock.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operations of generation v5 of the DM API. Their paths are relative to {@code /api/v1}. They receive only requests
 * that the request layer has accepted, with decoded path parameters and a body that fits the schema.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping("/v5")
public @interface V5 {}
