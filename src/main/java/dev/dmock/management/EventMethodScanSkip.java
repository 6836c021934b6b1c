package dev.dmock.management;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.stereotype.Component;

/**
 * Nothing here listens to events by an annotated method, so that a start need not look at every method of every bean for one: what listens
 * is an {@link org.springframework.context.ApplicationListener}.
 */
@Component
class EventMethodScanSkip implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        String looking = AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME;
        if (registry.containsBeanDefinition(looking)) {
            registry.removeBeanDefinition(looking);
        }
    }
}
