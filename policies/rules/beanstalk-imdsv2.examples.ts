import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const setting = (value: unknown, props: object = {}) => ({
  namespace: "aws:autoscaling:launchconfiguration",
  name: "DisableIMDSv1",
  value,
  ...props,
});
const size = { namespace: "aws:autoscaling:asg", name: "MinSize", value: "2" };
const environment = (props: object) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { application: "shop", ...props },
});
const template = (props: object) => ({
  type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  props: { application: "shop", ...props },
});
const platform = { solutionStackName: "64bit Amazon Linux 2 v3.4.1 running Docker" };

export const examples: Examples = {
  denied: [
    {
      title: "environments and templates that do not say so",
      resources: {
        web: environment({ ...platform, settings: [size] }),
        bare: environment(platform),
        common: template({ ...platform, settings: [] }),
      },
      says: {
        web: 'settings do not state DisableIMDSv1; add by namespace, name and value: aws:autoscaling:launchconfiguration DisableIMDSv1 "true"',
        bare: "settings do not state DisableIMDSv1",
        common: "settings do not state DisableIMDSv1",
      },
    },
    {
      title: "settings that leave IMDSv1 on, spelled as text or not",
      resources: {
        web: environment({ settings: [size, setting("false")] }),
        api: environment({ settings: [setting(false)] }),
        empty: environment({ settings: [setting("")] }),
      },
      says: {
        web: 'settings[1] sets DisableIMDSv1 to "false"; set it to "true"',
        api: 'settings[0] sets DisableIMDSv1 to "false"',
        empty: 'settings[0] sets DisableIMDSv1 to ""',
      },
    },
    {
      title: "settings that contradict each other, of which either may win",
      resources: { web: environment({ settings: [setting("false"), setting("true")] }) },
      says: { web: 'settings[0] sets DisableIMDSv1 to "false"' },
    },
    {
      title: "an environment that undoes what its template says",
      resources: {
        common: template({ settings: [setting("true")] }),
        web: environment({ templateName: ref("common", "name"), settings: [setting("false")] }),
      },
      says: { web: 'settings[0] sets DisableIMDSv1 to "false"' },
    },
    {
      title: "the template, not the environment that takes it from there",
      resources: { common: template(platform), web: environment({ templateName: ref("common", "name") }) },
      says: { common: "settings do not state DisableIMDSv1" },
    },
    {
      title: "an option of the same name in another namespace",
      resources: { web: environment({ settings: [setting("true", { namespace: "aws:ec2:instances" })] }) },
      says: { web: "settings do not state DisableIMDSv1" },
    },
  ],
  allowed: [
    {
      title: "environments that turn IMDSv1 off",
      resources: {
        web: environment({ settings: [size, setting("true")] }),
        api: environment({ settings: [setting(true)] }),
        common: template({ settings: [setting("True")] }),
      },
    },
    {
      title: "an environment that takes it from a template of the stack, by reference and by name",
      resources: {
        common: template({ name: "hardened", settings: [setting("true")] }),
        web: environment({ templateName: ref("common", "name") }),
        api: environment({ templateName: "hardened", settings: [size] }),
      },
    },
    {
      title: "a template made from an environment of the stack",
      resources: {
        web: environment({ settings: [setting("true")] }),
        copy: template({ environmentId: ref("web") }),
      },
    },
    {
      title: "an environment that states it beside a template that is not in the stack",
      resources: { web: environment({ templateName: "hardened", settings: [setting("true")] }) },
    },
  ],
  undecided: [
    {
      title: "settings, a value or a name that are not known",
      resources: {
        web: environment({ settings: UNKNOWN }),
        api: environment({ settings: [setting(UNKNOWN)] }),
        old: environment({ settings: [size, setting("true", { name: UNKNOWN })] }),
        other: environment({ settings: [setting("true", { namespace: UNKNOWN })] }),
      },
      says: {
        web: "settings is not known yet",
        api: "settings[0].value is not known yet",
        old: "settings[1].name is not known yet",
        other: "settings[0].namespace is not known yet",
      },
    },
    {
      title: "templates and environments that are not in the stack",
      resources: {
        web: environment({ templateName: "hardened" }),
        api: environment({ templateName: UNKNOWN, settings: [size] }),
        copy: template({ environmentId: "e-rpqsewtp2j" }),
      },
      says: {
        web: 'the configuration template "hardened", which this stack does not define,',
        api: "templateName is not known yet",
        copy: 'the environment "e-rpqsewtp2j", which this stack does not define,',
      },
    },
  ],
};
