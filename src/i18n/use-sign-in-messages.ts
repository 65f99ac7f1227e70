import { signIn as en, type SignInMessages } from './en/sign-in.ts'
import { useLanguage } from './language-context.tsx'
import { signIn as zhCn } from './zh-cn/sign-in.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words about signing in, in the language chosen; they come when they are needed, see use-run-messages.ts. */
export function useSignInMessages(): SignInMessages {
  const [language] = useLanguage()
  return texts[language]
}
