package dev.dmock.management;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.stereotype.Component;

/**
 * Disables the scan of all beans for annotated event listener methods, which speeds up the start. Listeners in DMock
 * implement {@link org.springframework.context.ApplicationListener}.
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
